import { describe, expect, it } from 'vitest';
import { dueAt, type Kept } from './retention';

const keep = { keepAddressDays: 365, keepSpamDays: 30, keepDeclinedDays: 90, keepNotesDays: 180 };
const at = (iso: string): Date => new Date(`${iso}T12:00:00Z`);
const comment: Kept = {
  state: 'spam',
  audience: 'everyone',
  sent: at('2026-01-01'),
  opened: at('2026-01-02'),
  decided: null,
  held: false,
};

describe('when a comment is due to be deleted', () => {
  it('is its days after the decision, or after it was sent where the rules decided', () => {
    expect(dueAt(comment, keep)).toEqual(at('2026-01-31'));
    expect(dueAt({ ...comment, decided: at('2026-01-05') }, keep)).toEqual(at('2026-02-04'));
    expect(dueAt({ ...comment, state: 'declined', decided: at('2026-01-05') }, keep)).toEqual(at('2026-04-05'));
  });

  it('is its days after she opened a private note', () => {
    expect(dueAt({ ...comment, state: 'read', audience: 'counsellor' }, keep)).toEqual(at('2026-07-01'));
  });

  it('is never for what she has not opened, whatever its age', () => {
    expect(dueAt({ ...comment, opened: null }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'read', audience: 'counsellor', opened: null }, keep)).toBeNull();
  });

  it('leaves a day after she has opened something old', () => {
    expect(dueAt({ ...comment, opened: at('2026-03-01') }, keep)).toEqual(at('2026-03-02'));
  });

  it('is never for what she holds, what waits, and what readers see', () => {
    expect(dueAt({ ...comment, held: true }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'waiting' }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'approved' }, keep)).toBeNull();
    expect(dueAt({ ...comment, state: 'removed' }, keep)).toBeNull();
  });
});
