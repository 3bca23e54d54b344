import { describe, expect, it } from 'vitest';
import { keepWords, participantWords, waysWords } from './settings-words';

const settings = {
  holds: 'all',
  readersMayReply: true,
  closeAfterDays: 90,
  keepAddressDays: 365,
  keepSpamDays: 1,
  keepDeclinedDays: 60,
  keepNotesDays: 180,
} as const;

describe('the live settings in words', () => {
  it('say what holds', () => {
    expect(waysWords(settings)).toEqual([
      'Every comment is read before it appears.',
      'Readers may answer each other.',
      'Comments on a post close 90 days after it was published.',
    ]);
    expect(
      waysWords({ ...settings, holds: 'first-timers', readersMayReply: false, closeAfterDays: null }).join(' '),
    ).toMatch(/first comment .* don’t answer .* stay open/);
  });

  it('say how long participants’ data is kept', () => {
    expect(participantWords({ shown: true, keepDays: 90 })[0]).toContain('deleted 90 days after the last session');
  });

  it('say how long each kind is kept', () => {
    const words = keepWords(settings).join('\n');
    for (const said of [
      'note that only the counsellor reads is deleted 180 days',
      'declined is deleted 60 days',
      'spam is deleted after 1 day.',
      'email address is deleted 365 days',
    ])
      expect(words).toContain(said);
  });
});
