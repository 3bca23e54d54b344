import { describe, expect, it } from 'vitest';
import { replyPromise } from './contact';

const page = {
  replyBy: '2026-12-01',
  awayUntil: null,
  kinds: [],
  workshops: [],
  changesAt: '2026-11-28T00:00:00.000Z',
};

describe('the promise of an answer', () => {
  it('names the day, and while the counsellor is away also until when', () => {
    expect(replyPromise(page, 'Europe/London')).toBe('I’ll answer by Tuesday 1 December.');
    expect(replyPromise({ ...page, awayUntil: '2026-11-30T08:00:00.000Z' }, 'Europe/London')).toBe(
      'I’m away until 30 November 2026, and I’ll answer by Tuesday 1 December.',
    );
  });
});
