import { describe, expect, it } from 'vitest';
import { isNumberedHeading, isTitleCase, judgeHeading, readNumbered } from './headings';

const next = 'A paragraph that says rather more than the line above it, and ends with a full stop as paragraphs do.';
const judge = (text: string, around: object = {}) => judgeHeading(text, { next, apart: false, airy: false, ...around });

describe('judgeHeading', () => {
  it.each([
    'Why We Struggle With Self-Compassion',
    'How Therapy Can Help: The Reparative Relationship',
    'What if Self-Compassion Is Something We Re-Learn – Not Just Decide?',
    'WHAT HELPS',
    'Small Steps',
  ])('is sure of capitals: %s', (line) => {
    expect(judge(line)).toBe('sure');
  });
  it.each([
    'And that resistance?',
    'Not judged, not dismissed, just met.',
    'That you are tired.',
    'Being kind to yourself means admitting you are human!',
    'We have all heard the message:',
    '“I’m the strong one”',
    'Warmly,',
    'But not yet',
    'It usually comes from somewhere very old',
    `${'Very '.repeat(30)}Long Heading`,
    '…',
  ])('leaves a paragraph: %s', (line) => {
    expect(judge(line)).toBe('no');
  });
  it('needs something beneath it', () => {
    expect(judge('Tamsin Reed', { next: undefined })).toBe('no');
  });
  it('takes a short line above a longer paragraph for a likely heading', () => {
    expect(judge('What helps')).toBe('likely');
    expect(judge('5 things that help')).toBe('likely');
    expect(judge('What helps', { next: 'a walk' })).toBe('no');
    expect(judge('Small things that help when the days are long', { apart: true })).toBe('likely');
    expect(judge('Small things that help when the days are long')).toBe('doubtful');
  });
  it('takes a question for one only where standing apart means something', () => {
    expect(judge('How does therapy help with this?', { apart: true })).toBe('likely');
    expect(judge('How does therapy help with this?', { apart: true, airy: true })).toBe('doubtful');
    expect(judge('Sound familiar?', { apart: true })).toBe('no');
  });
});

describe('isTitleCase', () => {
  it('forgives small words, but not ordinary ones', () => {
    expect(isTitleCase('The Art of Doing Nothing at All')).toBe(true);
    expect(isTitleCase('A letter to Sarah')).toBe(false);
    expect(isTitleCase('“” – ?')).toBe(false);
  });
});

describe('numbered lines', () => {
  it('are read with dot or bracket', () => {
    expect(readNumbered('2. We believe')).toEqual({ number: 2, words: 'We believe' });
    expect(readNumbered('3) Rest')).toEqual({ number: 3, words: 'Rest' });
    expect(readNumbered('2.5 hours')).toBeNull();
    expect(readNumbered('2025. A year')).toBeNull();
  });
  it('are headings when short, or when no sentence', () => {
    expect(isNumberedHeading('Notice the voice.', next)).toBe(true);
    expect(isNumberedHeading(`${'Notice '.repeat(10)}the voice.`, next)).toBe(false);
    expect(isNumberedHeading('Notice the voice', undefined)).toBe(false);
  });
});
