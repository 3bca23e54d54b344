import { describe, expect, it } from 'vitest';
import { callRetention, commentRetention, commentRules, messageRetention, participantRetention } from './policies';

const settings = {
  moderated: 'all',
  readersMayReply: true,
  closeAfterDays: 90,
  keepAddressDays: 365,
  keepSpamDays: 1,
  keepDeclinedDays: 60,
  keepNotesDays: 180,
} as const;

describe('the policy pages', () => {
  it('print the current rules for comments', () => {
    expect(commentRules(settings)).toEqual([
      'Every comment is read before it appears.',
      'Readers can reply to each other.',
      'Comments on a post close 90 days after it is published.',
    ]);
    expect(
      commentRules({ ...settings, moderated: 'first-timers', readersMayReply: false, closeAfterDays: null }).join(' '),
    ).toMatch(/first comment .* can’t reply .* stay open/);
  });

  it('print how long the data of participants is kept', () => {
    const text = participantRetention({ shown: true, keepDays: 90 }).join('\n');
    expect(text).toContain('deleted 90 days after the last session');
    expect(text).toContain('isn’t confirmed is deleted after 24 hours');
  });

  it('print how long messages of the contact form are kept', () => {
    const text = messageRetention({ spaceList: true, keepDays: 60, keepDataDays: 400 }).join('\n');
    expect(text).toMatch(/deleted 60 days after it was answered[\s\S]*deleted 400 days[\s\S]*after 90 days/);
    expect(messageRetention({ spaceList: false, keepDays: 60, keepDataDays: 400 }).join()).not.toContain('space');
  });

  it('print how long calls are kept', () => {
    expect(callRetention({ isOpen: false, keepDays: 1 })[0]).toMatch(/deleted 1 day after it, or/);
  });

  it('print how long each kind of comment is kept', () => {
    const text = commentRetention(settings).join('\n');
    for (const sentence of [
      'note that only the counsellor reads is deleted 180 days',
      'declined comment is deleted 60 days',
      'Spam is deleted after 1 day.',
      'email address is deleted 365 days',
    ])
      expect(text).toContain(sentence);
  });
});
