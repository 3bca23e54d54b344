import { describe, expect, it } from 'vitest';
import { linkedPieces } from './linked-words';

describe('web addresses in her words', () => {
  it.each([
    ['The meeting is at https://meet.example/two-evenings. It opens early.', ['https://meet.example/two-evenings']],
    [
      '(see https://pay.example/x?a=1&b=2), or https://bank.example/!',
      ['https://pay.example/x?a=1&b=2', 'https://bank.example/'],
    ],
    ['https://meet.example/a\nPasscode: 7', ['https://meet.example/a']],
    ['Ring twice. http://plain.example, javascript:alert(1), https:// and https://[', []],
    ['', []],
  ])('%j', (words, links) => {
    const pieces = linkedPieces(words);
    expect(pieces.map((piece) => piece.words).join('')).toBe(words);
    expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(links);
  });
});
