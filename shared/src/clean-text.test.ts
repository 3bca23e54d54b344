import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, isVisible } from './clean-text.js';

const many = (mark: string): string => mark.repeat(300);

describe('cleanLine', () => {
  it.each([
    ['Hello\r\nBcc: all@example.org', 'Hello Bcc: all@example.org'],
    ['one\n\n\ntwo', 'one two'],
    ['one\u2028two\u2029three', 'one two three'],
    ['one\u000btwo\u000cthree\u0085four\u001efive', 'one two three four five'],
    ['a\u0000b\u001fc\u007fd\u009fe', 'abcde'],
    ['\u202ereversed\u202c and \u2066isolated\u2069', 'reversed and isolated'],
    ['\ufeffAnn\u200b\u2060 Lee\u00ad', 'Ann Lee'],
    ['  padded\t ', 'padded'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['Zoë – “naïve”', 'Zoë – “naïve”'],
    ['می\u200cخواهم क्\u200dष 👩\u200d👧 1️⃣', 'می\u200cخواهم क्\u200dष 👩\u200d👧 1️⃣'],
  ])('makes one line of %j', (text, line) => {
    expect(cleanLine(text)).toBe(line);
    expect(cleanLine(line)).toBe(line);
  });
});

describe('cleanText', () => {
  it.each([
    ['tab\tand\nline feed', 'tab\tand\nline feed'],
    ['one\r\ntwo\rthree\u000bfour\u2028five\u0085six', 'one\ntwo\nthree\nfour\nfive\nsix'],
    ['a\u0000b\u0008c\u001fe\u007ff\u0080g\u009fh', 'abcefgh'],
    ['lone \udc00 surrogate', 'lone \ufffd surrogate'],
    ['\n spaces around go \n', 'spaces around go'],
    ['<b> & "as typed"', '<b> & "as typed"'],
  ])('makes %j storable', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
    expect(cleanText(clean)).toBe(clean);
  });

  it.each([
    ['on a letter', `Z${many('\u0300')}o`],
    ['without a letter', many('\u0489')],
    ['of several kinds', `Z${many('\u0300\u0323\u20e3')}`],
    ['with joiners among them', `Z${many('\u0300\u0300\u0300\u200d')}`],
    ['that take room themselves', `क${many('\u093e')}`],
  ])('leaves six combining marks %s', (_where, text) => {
    expect(cleanText(text).match(/\p{M}/gu)).toHaveLength(6);
  });

  it.each(['Việt', 'שָׁלוֹם', 'क्ष्म्य', 'བསྒྲུབས', 'é̄'])('leaves the marks of %s', (word) => {
    for (const form of ['NFC', 'NFD'] as const) expect(cleanText(word.normalize(form))).toBe(word.normalize(form));
  });
});

describe('isVisible', () => {
  it.each(['a', '7', '🙏', '—', '愛', 'ﷺ', '\u200bx'])('is true of %j', (text) => {
    expect(isVisible(text)).toBe(true);
  });
  it.each([
    '',
    ' ',
    '\u200b\u2060',
    '\u2800',
    '\ufffc',
    '\u034f',
    '\u3164',
    '\uffa0\u115f',
    '\u0301\u0301',
    '\ufe0f',
    '\u{e0041}',
    '\ue000',
  ])('is false of %j', (text) => {
    expect(isVisible(text)).toBe(false);
  });
});
