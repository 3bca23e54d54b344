import { describe, expect, it } from 'vitest';
import { ownAwayWords, replyPromise } from './contact';

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

describe('the counsellor’s own words about being away', () => {
  const until = '2026-11-30T08:00:00.000Z';
  const gone = { ...page, awayUntil: until };
  const practice = { away: { until, message: 'I am by the sea.' } };

  it('are said while she is away', () => {
    expect(ownAwayWords(gone, practice)).toBe('I am by the sea.');
  });

  it('are not said once she is back, though they are still stored', () => {
    expect(ownAwayWords(page, practice)).toBeNull();
  });

  it('may be missing, as may everything that the CMS says', () => {
    expect(ownAwayWords(gone, { away: { until, message: null } })).toBeNull();
    expect(ownAwayWords(gone, null)).toBeNull();
    expect(ownAwayWords(null, practice)).toBeNull();
  });
});
