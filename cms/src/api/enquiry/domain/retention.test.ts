import { describe, expect, it } from 'vitest';
import { dueAt, keepDaysOf, type RetentionFacts } from './retention';

const periods = { keepDays: 90, keepDataDays: 365 };
const day = (iso: string): Date => new Date(`${iso}T12:00:00Z`);
const message: RetentionFacts = {
  kind: 'enquiry',
  state: 'open',
  isSpam: false,
  sentAt: day('2026-11-01'),
  openedAt: day('2026-11-02'),
  answeredAt: null,
};
const answered = { ...message, state: 'answered', answeredAt: day('2026-11-03') } as const;

describe('a message', () => {
  it('stays while it waits for an answer, however long', () => {
    expect(dueAt(message, periods)).toBeNull();
    expect(dueAt({ ...message, kind: 'data-complaint' }, periods)).toBeNull();
  });

  it('is deleted some days after it was answered; one about personal data is kept for longer', () => {
    expect(dueAt(answered, periods)).toEqual(day('2027-02-01'));
    expect(dueAt({ ...answered, kind: 'data-complaint' }, periods)).toEqual(day('2027-11-03'));
    expect(dueAt({ ...answered, kind: 'data-request' }, periods)).toEqual(day('2027-11-03'));
  });

  it('is kept for as many days once it was answered', () => {
    expect((['enquiry', 'workshop', 'data-request'] as const).map((kind) => keepDaysOf(kind, periods))).toEqual([
      90, 90, 365,
    ]);
  });

  it('that looks like spam stays until somebody has looked at it', () => {
    expect(dueAt({ ...message, isSpam: true, openedAt: null }, periods)).toBeNull();
    expect(dueAt({ ...message, isSpam: true }, periods)).toEqual(day('2026-12-02'));
  });
});

describe('an entry that asks to be told about space', () => {
  it('ends as soon as it was told, or unused after 90 days', () => {
    const space = { ...message, kind: 'space', openedAt: null } as const;
    expect(dueAt(space, periods)).toEqual(day('2027-01-30'));
    expect(dueAt({ ...space, state: 'answered', answeredAt: day('2026-11-03') }, periods)).toEqual(day('2026-11-03'));
  });
});
