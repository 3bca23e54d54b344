import { describe, expect, it } from 'vitest';
import { afterDecision, afterUndo, changeSince, possibleDecisions } from './moderation-decision';

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
    expect(changeSince(read, { version: 2, state: 'waiting' })).toBeNull();
  });

  it('and else says what happened, the new text before anything else', () => {
    expect(changeSince(read, { version: 3, state: 'waiting' })).toBe('changed');
    expect(changeSince(read, { version: 3, state: 'approved' })).toBe('changed');
    expect(changeSince(read, { version: 2, state: 'declined' })).toBe('already-decided');
    expect(changeSince(read, { version: 2, state: 'removed' })).toBe('gone');
    expect(changeSince(read, null)).toBe('gone');
  });
});

describe('the row of a comment', () => {
  it('remembers what to go back to, and that she has seen it', () => {
    expect(afterDecision({ state: 'waiting', openedAt: null }, 'decline', now)).toEqual({
      state: 'declined',
      previousState: 'waiting',
      decidedAt: now,
      openedAt: now,
    });
    expect(afterDecision({ state: 'waiting', openedAt: '2026-04-30T10:00:00.000Z' }, 'spam', now)).toMatchObject({
      openedAt: '2026-04-30T10:00:00.000Z',
    });
  });

  it('gets the flag back that its text call for when the decision is taken back', () => {
    const care = { kind: 'self', urgent: true, reasons: ['It speaks of tonight.'] } as const;
    expect(afterUndo('waiting', { ...care, reasons: [...care.reasons] }, now)).toEqual({
      state: 'waiting',
      previousState: null,
      decidedAt: null,
      careKind: 'self',
      careUrgent: true,
      careReasons: ['It speaks of tonight.'],
    });
    expect(afterUndo('approved', { ...care, reasons: [...care.reasons] }, now)).toMatchObject({
      state: 'approved',
      decidedAt: now,
      careKind: null,
    });
    expect(afterUndo('waiting', null, now)).toMatchObject({ careKind: null, careUrgent: false, careReasons: null });
  });
});
