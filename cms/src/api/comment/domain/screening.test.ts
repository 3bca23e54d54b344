import { describe, expect, it } from 'vitest';
import { screenComment } from './screening';

const ordinary = {
  name: 'Jo',
  text: 'Thank you, this helped me today.',
  email: null,
  honeypot: false,
  formTokenAgeSeconds: 60,
  sameBefore: 0,
  wordList: [],
};

describe('screenComment', () => {
  it('lets an ordinary comment wait and remarks on nothing', () => {
    expect(screenComment(ordinary)).toEqual({ state: 'waiting', care: null, suspicions: [], personalDetails: false });
  });
  it('sends what fell into the trap to spam and says why', () => {
    expect(screenComment({ ...ordinary, honeypot: true })).toMatchObject({
      state: 'spam',
      suspicions: ['A field that people don’t see was filled in.'],
    });
  });
  it('never sends text with a care flag to spam, and still says what was suspected', () => {
    const look = screenComment({ ...ordinary, text: 'I want to die', honeypot: true });
    expect(look).toMatchObject({
      state: 'waiting',
      care: { kind: 'self', urgent: true, reasons: ['Says that they want to die'] },
    });
    expect(look.suspicions).toHaveLength(1);
  });
  it('sees personal details in the text and in the name', () => {
    expect(screenComment({ ...ordinary, text: 'ring 07700 900123' }).personalDetails).toBe(true);
    expect(screenComment({ ...ordinary, name: 'jo@example.org' }).personalDetails).toBe(true);
  });
});
