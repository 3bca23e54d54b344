import { describe, expect, it } from 'vitest';
import { daysBefore, dueAt, messagesDueAt, type RetentionFacts } from './retention';

const keep = { keepAddressDays: 365, keepSpamDays: 30, keepDeclinedDays: 90, keepNotesDays: 180 };
const at = (iso: string): Date => new Date(`${iso}T12:00:00Z`);
const comment: RetentionFacts = {
  state: 'spam',
  audience: 'everyone',
  sentAt: at('2026-01-01'),
  openedAt: at('2026-01-02'),
  decidedAt: null,
  onLegalHold: false,
  messages: { lastAt: null, keepsIt: false },
};

describe('dueAt', () => {
  it('counts from the decision, or from when it was sent if the rules marked it as spam', () => {
    expect(dueAt(comment, keep)).toEqual(at('2026-01-31'));
    expect(dueAt({ ...comment, decidedAt: at('2026-01-05') }, keep)).toEqual(at('2026-02-04'));
    expect(dueAt({ ...comment, state: 'declined', decidedAt: at('2026-01-05') }, keep)).toEqual(at('2026-04-05'));
  });

  it('counts from when the counsellor opened a private note', () => {
    expect(dueAt({ ...comment, state: 'read', audience: 'counsellor' }, keep)).toEqual(at('2026-07-01'));
  });

  it('counts from the last private message about a comment or note, if that is later', () => {
    const messages = { lastAt: at('2026-03-01'), keepsIt: false };
    const note = { ...comment, state: 'read', audience: 'counsellor', messages } as const;
    expect(dueAt(note, keep)).toEqual(at('2026-08-28'));
    expect(dueAt({ ...comment, state: 'declined', messages }, keep)).toEqual(at('2026-05-30'));
    expect(dueAt({ ...note, messages: { ...messages, keepsIt: true } }, keep)).toBeNull();
    expect(messagesDueAt(messages, keep)).toEqual(at('2026-08-28'));
    expect(messagesDueAt({ ...messages, keepsIt: true }, keep)).toBeNull();
    expect(messagesDueAt({ lastAt: null, keepsIt: false }, keep)).toBeNull();
  });

  it('is null for an unopened comment of any age', () => {
    expect(dueAt({ ...comment, openedAt: null }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'read', audience: 'counsellor', openedAt: null }, keep)).toBeNull();
  });

  it('leaves a day after an old comment was opened', () => {
    expect(dueAt({ ...comment, openedAt: at('2026-03-01') }, keep)).toEqual(at('2026-03-02'));
  });

  it('is null for comments that are on legal hold, wait, or are public', () => {
    expect(dueAt({ ...comment, onLegalHold: true }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'waiting' }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'approved' }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'removed' }, keep)).toBeNull();
  });

  it('is null for a private note that waits although it was opened', () => {
    expect(dueAt({ ...comment, state: 'waiting', audience: 'counsellor' }, keep)).toBeNull();
  });
});

describe('daysBefore', () => {
  it('goes back whole days of 24 hours', () => {
    expect(daysBefore(at('2026-03-31'), 30)).toEqual(at('2026-03-01'));
  });
});
