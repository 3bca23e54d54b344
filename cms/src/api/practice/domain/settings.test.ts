import { describe, expect, it } from 'vitest';
import { periods } from '#src/api/practice/admin/sensitive-changes';
import {
  commentSettings,
  usualCommentSettings,
  usualWorkshopSettings,
  withUsualSettings,
  wordListOf,
} from '#src/api/practice/domain/settings';

describe('settings of comments', () => {
  it('are the usual ones before anything was saved', () => {
    expect(commentSettings(null)).toEqual(usualCommentSettings);
  });

  it('are the counsellor’s where set, and never show what is not for readers', () => {
    expect(
      commentSettings({ moderated: 'first-timers', keepSpamDays: 7, wordList: 'casino', mailTo: 'her@example.org' }),
    ).toEqual({ ...usualCommentSettings, moderated: 'first-timers', keepSpamDays: 7 });
  });

  it('read the word list line by line', () => {
    expect(wordListOf({ wordList: 'casino\r\n\n  loans fast ' })).toEqual(['casino', 'loans fast']);
  });
});

describe('settings that were emptied', () => {
  it('are the usual ones again, and the others stay as they were entered', () => {
    expect(withUsualSettings({ town: 'York', comments: null, workshops: { keepDays: 7 } })).toEqual({
      town: 'York',
      comments: usualCommentSettings,
      workshops: { keepDays: 7 },
    });
    expect(withUsualSettings({ workshops: null })).toEqual({ workshops: usualWorkshopSettings });
    expect(withUsualSettings({ town: 'York' })).toEqual({ town: 'York' });
  });
});

describe('the days for which something is kept', () => {
  it('are the usual ones in the question before saving, too', () => {
    const usual: Record<string, Readonly<Record<string, unknown>>> = {
      comments: { ...usualCommentSettings },
      workshops: { ...usualWorkshopSettings },
    };
    for (const [component, field, , days] of periods) expect(usual[component]?.[field], field).toBe(days);
  });
});
