import { describe, expect, it } from 'vitest';
import { firstLook } from './screening';

const ordinary = {
  name: 'Jo',
  words: 'Thank you, this helped me today.',
  email: null,
  trap: false,
  stampAgeSeconds: 60,
  sameBefore: 0,
  wordList: [],
};

describe('firstLook', () => {
  it('lets an ordinary comment wait and remarks on nothing', () => {
    expect(firstLook(ordinary)).toEqual({ state: 'waiting', care: null, suspicions: [], personalDetails: false });
  });
  it('sends what fell into the trap to spam and says why', () => {
    expect(firstLook({ ...ordinary, trap: true })).toMatchObject({
      state: 'spam',
      suspicions: ['A field that people don’t see was filled in.'],
    });
  });
  it('never sends words with a care flag to spam, and still says what was suspected', () => {
    const look = firstLook({ ...ordinary, words: 'I want to die', trap: true });
    expect(look).toMatchObject({
      state: 'waiting',
      care: { kind: 'self', urgent: true, because: ['Says that they want to die'] },
    });
    expect(look.suspicions).toHaveLength(1);
  });
  it('sees personal details in the words and in the name', () => {
    expect(firstLook({ ...ordinary, words: 'ring 07700 900123' }).personalDetails).toBe(true);
    expect(firstLook({ ...ordinary, name: 'jo@example.org' }).personalDetails).toBe(true);
  });
});
