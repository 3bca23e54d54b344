import { describe, expect, it } from 'vitest';
import { screenComment } from './screening';

const ordinary = {
  name: 'Jo',
  text: 'Thank you, this helped me today.',
  honeypot: false,
  sameBefore: 0,
  wordList: [],
};

/** CPU time in milliseconds. */
const timeFor = (text: string): number => {
  const before = process.cpuUsage();
  screenComment({ name: text.slice(0, 60), text, honeypot: false, sameBefore: 1, wordList: ['casino', 'a.b'] });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const filled = (text: string): string => [...text.repeat(5_000)].slice(0, 4_999).join('');

describe('screening a text of 5,000 characters that is made to be slow', () => {
  it.each([
    ...[
      '…',
      '.',
      '?! ',
      'ﷺ',
      '"',
      "'a",
      "' ",
      '>',
      '\n',
      '\n>',
      ' ',
      'a ',
      'a.',
      'a@',
      '@a',
      '1 ',
      '+1',
      'www.a',
      'a-',
      '\u200b',
    ],
    ...['i want to ', 'not ', 'don’t ', 'kill ', 'c a s ', 'к', 'кa', '\u0301', '😀', '<a '],
  ])('takes a fraction of a second: %j', (text) => {
    const times = [1, 2, 3].map(() => timeFor(`${filled(text)}a`));
    expect(Math.min(...times)).toBeLessThan(250);
  });
});

describe('screenComment', () => {
  it('lets an ordinary comment wait and suspects nothing', () => {
    expect(screenComment(ordinary)).toEqual({ state: 'waiting', care: null, spamReasons: [], personalDetails: false });
  });
  it('sends a comment whose hidden field was filled in to spam only if something else is wrong with it', () => {
    expect(screenComment({ ...ordinary, honeypot: true })).toMatchObject({ state: 'waiting', spamReasons: [] });
    const repeated = { ...ordinary, text: 'This is the same text that came in yesterday, twice.', sameBefore: 2 };
    expect(screenComment(repeated).state).toBe('waiting');
    expect(screenComment({ ...repeated, honeypot: true })).toMatchObject({
      state: 'spam',
      spamReasons: [
        expect.any(String),
        'A hidden field that people don’t see was filled in. Browsers do that now and then.',
      ],
    });
  });
  it('never sends text with a care flag to spam, and still tells what was suspected', () => {
    const result = screenComment({ ...ordinary, text: 'I want to die, xyzzy', wordList: ['xyzzy'] });
    expect(result).toMatchObject({
      state: 'waiting',
      care: { kind: 'self', urgent: true, reasons: ['Says that they want to die'] },
    });
    expect(result.spamReasons).toHaveLength(1);
  });
  it('finds personal details in the text and in the name', () => {
    expect(screenComment({ ...ordinary, text: 'ring 07700 900123' }).personalDetails).toBe(true);
    expect(screenComment({ ...ordinary, name: 'jo@example.org' }).personalDetails).toBe(true);
  });
});
