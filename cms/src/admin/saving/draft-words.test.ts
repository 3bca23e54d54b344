import { describe, expect, it } from 'vitest';
import { draftExcerpt, draftSentence } from './draft-words';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('what a draft is known by', () => {
  it('is its title, else the first words of its longest text', () => {
    expect(draftExcerpt({ fields: { title: ' A harbour ', body: [paragraph('x'.repeat(90))] } }, 'title')).toBe(
      'A harbour',
    );
    const text = 'The light came back, and with it the boats that had been waiting for so long.';
    expect(draftExcerpt({ fields: { title: null, note: 'Short', body: [paragraph(text)] } }, 'title')).toBe(
      'The light came back, and with it the boats that had been…',
    );
    expect(draftExcerpt({ fields: { body: [paragraph('x'.repeat(90))] } }, 'title')).toBe(`${'x'.repeat(60)}…`);
  });

  it('is nothing where nothing was written', () => {
    expect(draftExcerpt({ fields: { title: '', commentsOpen: true, position: 3, cover: null } }, 'title')).toBeNull();
  });
});

describe('what was not saved', () => {
  const typedAt = new Date('2026-11-27T10:20:00').getTime();
  const typed = { kind: 'post', isNew: true, excerpt: 'A harbour', typedAt, now: typedAt };

  it('is told with its kind, its day and its words', () => {
    expect(draftSentence(typed)).toBe('You began a new post on Friday at 10:20 and did not save it: “A harbour”.');
    expect(draftSentence({ ...typed, kind: 'topic', isNew: false, excerpt: null })).toBe(
      'You changed this topic on Friday at 10:20 and did not save it.',
    );
    expect(draftSentence({ ...typed, kind: 'practice' })).toMatch(/^You changed your practice on/);
  });
});
