import { describe, expect, it } from 'vitest';
import { screenComment } from './screening';

const ordinary = {
  name: 'Jo',
  text: 'Thank you, this helped me today.',
  honeypot: false,
  sameBefore: 0,
  wordList: [],
};

describe('screenComment', () => {
  it('lets an ordinary comment wait and suspects nothing', () => {
    expect(screenComment(ordinary)).toEqual({ state: 'waiting', care: null, spamReasons: [], personalDetails: false });
  });
  it('sends a comment whose hidden field was filled in to spam and says why', () => {
    expect(screenComment({ ...ordinary, honeypot: true })).toMatchObject({
      state: 'spam',
      spamReasons: ['A hidden field that people don’t see was filled in.'],
    });
  });
  it('never sends text with a care flag to spam, and still tells what was suspected', () => {
    const result = screenComment({ ...ordinary, text: 'I want to die', honeypot: true });
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
