import { describe, expect, it } from 'vitest';
import { cleanText, oneLine } from './clean-text';

describe('oneLine', () => {
  it.each([
    ['Hello\r\nBcc: all@example.org', 'Hello Bcc: all@example.org'],
    ['one\n\n\ntwo', 'one two'],
    ['one\u2028two\u2029three', 'one two three'],
    ['a\u0000b\u001fc\u007fd\u0085e\u009ff', 'a b c d e f'],
    ['\u202ereversed\u202c and \u2066isolated\u2069', 'reversed and isolated'],
    ['  padded\t ', 'padded'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['Zoë – “naïve”', 'Zoë – “naïve”'],
  ])('makes a header of %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('cleanText', () => {
  it.each([
    ['tab\tand\nline feed', 'tab\tand\nline feed'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a\u0000b\u0008c\u000bd\u001fe\u007ff\u0080g\u009fh', 'abcdefgh'],
    ['lone \udc00 surrogate', 'lone \ufffd surrogate'],
    [' spaces stay ', ' spaces stay '],
  ])('makes a body of %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});
