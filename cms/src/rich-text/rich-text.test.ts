import { describe, expect, it } from 'vitest';
import { countWords, firstWords, plainText, readingMinutes, type StoredNode } from './rich-text';

const text = (words: string): StoredNode => ({ type: 'text', text: words });
const paragraph = (...words: string[]): StoredNode => ({ type: 'paragraph', children: words.map(text) });
const item = (words: string): StoredNode => ({ type: 'list-item', children: [text(words)] });
const words = (n: number): StoredNode => paragraph(Array.from({ length: n }, () => 'word').join(' '));

describe('plainText', () => {
  it('joins the pieces of a line and parts the items of a list, nested ones too', () => {
    const body: StoredNode[] = [
      { type: 'heading', level: 2, children: [text('Be '), { ...text('kind'), bold: true }] },
      { type: 'list', children: [item('one'), { type: 'list', children: [item('two')] }] },
      {
        type: 'paragraph',
        children: [text('See '), { type: 'link', url: 'https://x.example', children: [text('this')] }],
      },
    ];
    expect(plainText(body)).toBe('Be kind\none\ntwo\nSee this');
  });
  it('is empty for a body that is not there yet', () => {
    expect(plainText(null)).toBe('');
  });
});

describe('countWords', () => {
  it.each([
    ['self-kindness isn’t weakness', 3],
    ['It’s not indulgence – it’s recovery.', 5],
    ['Petrūska Clarkson, 1995', 3],
    ['… – !', 0],
  ])('%s', (said, n) => {
    expect(countWords(said)).toBe(n);
  });
});

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [337, 1],
    [338, 2],
    [900, 4],
  ])('%i words take %i', (n, minutes) => {
    expect(readingMinutes([words(n)])).toBe(minutes);
  });
});

describe('firstWords', () => {
  it('takes the first paragraph that says something, not a heading or an empty line', () => {
    const heading: StoredNode = { type: 'heading', level: 2, children: [text('A heading')] };
    expect(firstWords([heading, paragraph(' '), paragraph('We have all  heard', ' the message:')])).toBe(
      'We have all heard the message:',
    );
  });
  it('ends with a sentence where one ends in time', () => {
    const sentence = `${'a'.repeat(120)} is long.`;
    expect(firstWords([paragraph(`${sentence} ${'More words follow here. '.repeat(2)}${'b'.repeat(90)}`)])).toBe(
      `${sentence} More words follow here. More words follow here.`,
    );
  });
  it('else ends after a whole word', () => {
    const cut = firstWords([paragraph('gently, '.repeat(60))]);
    expect(cut.length).toBeLessThanOrEqual(201);
    expect(cut).toMatch(/gently…$/);
  });
  it('says nothing when there is nothing', () => {
    expect(firstWords([])).toBe('');
  });
});
