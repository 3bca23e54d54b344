import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs';

describe('plain text', () => {
  it.each([
    ['one', ['one']],
    ['a poem\nof two lines', ['a poem\nof two lines']],
    ['one\n\ntwo\n \t\n\n  three', ['one', 'two', '  three']],
    ['<b>&amp;</b>', ['<b>&amp;</b>']],
    ['', []],
  ])('%j is %j', (words, paragraphs) => {
    expect(paragraphsOf(words)).toEqual(paragraphs);
  });
});
