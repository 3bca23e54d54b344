import { describe, expect, it } from 'vitest';
import { afterDecision, afterUndo, possibleDecisions, sinceThen } from './moderation-decision';

const now = new Date('2026-05-01T10:00:00Z');
const waiting = { audience: 'everyone', state: 'waiting', fromCounsellor: false } as const;

describe('what she can decide', () => {
  it('is everything but what is already so', () => {
    expect(possibleDecisions(waiting)).toEqual(['approve', 'decline', 'spam']);
    expect(possibleDecisions({ ...waiting, state: 'approved' })).toEqual(['decline', 'spam']);
    expect(possibleDecisions({ ...waiting, state: 'spam' })).toEqual(['approve', 'decline']);
  });

  it('never publishes a note, and leaves her own replies and what is gone alone', () => {
    expect(possibleDecisions({ ...waiting, audience: 'counsellor' })).toEqual(['read', 'spam']);
    expect(possibleDecisions({ ...waiting, audience: 'counsellor', state: 'read' })).toEqual(['spam']);
    expect(possibleDecisions({ ...waiting, state: 'approved', fromCounsellor: true })).toEqual([]);
    expect(possibleDecisions({ ...waiting, state: 'removed' })).toEqual([]);
  });
});

describe('a decision names what she read', () => {
  const read = { version: 2, state: 'waiting' } as const;

  it('and is taken when nothing moved', () => {
    expect(sinceThen(read, { version: 2, state: 'waiting' })).toBeNull();
  });

  it('and else says what happened, the new words before anything else', () => {
    expect(sinceThen(read, { version: 3, state: 'waiting' })).toBe('changed');
    expect(sinceThen(read, { version: 3, state: 'approved' })).toBe('changed');
    expect(sinceThen(read, { version: 2, state: 'declined' })).toBe('decided before');
    expect(sinceThen(read, { version: 2, state: 'removed' })).toBe('gone');
    expect(sinceThen(read, null)).toBe('gone');
  });
});

describe('the row of a comment', () => {
  it('remembers what to go back to, and that she has seen it', () => {
    expect(afterDecision({ state: 'waiting', opened: null }, 'decline', now)).toEqual({
      state: 'declined',
      stateBefore: 'waiting',
      decided: now,
      opened: now,
    });
    expect(afterDecision({ state: 'waiting', opened: '2026-04-30T10:00:00.000Z' }, 'spam', now)).toMatchObject({
      opened: '2026-04-30T10:00:00.000Z',
    });
  });

  it('gets the flag back that its words call for when the decision is taken back', () => {
    const care = { kind: 'self', urgent: true, because: ['It speaks of tonight.'] } as const;
    expect(afterUndo('waiting', { ...care, because: [...care.because] }, now)).toEqual({
      state: 'waiting',
      stateBefore: null,
      decided: null,
      careKind: 'self',
      careUrgent: true,
      careBecause: ['It speaks of tonight.'],
    });
    expect(afterUndo('approved', { ...care, because: [...care.because] }, now)).toMatchObject({
      state: 'approved',
      decided: now,
      careKind: null,
    });
    expect(afterUndo('waiting', null, now)).toMatchObject({ careKind: null, careUrgent: false, careBecause: null });
  });
});
