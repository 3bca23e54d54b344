import { describe, expect, it } from 'vitest';
import { mentionWords, nextToEnd } from './mentions';

const on = (...days: string[]) => ({
  sessions: days.map((day) => ({ starts: `${day}T09:00:00.000Z`, ends: `${day}T12:00:00.000Z` })),
});
const june = on('2026-06-13', '2026-06-20');
const july = on('2026-07-11');

describe('workshops that a post mentions', () => {
  it('have been once the last session is over', () => {
    const says = (now: string) =>
      mentionWords({ ...june, place: 'both', summary: 'Slow mornings.', cancelled: false }, Date.parse(now));
    expect(['2026-06-13T13:00:00Z', '2026-06-20T11:59:59Z', '2026-06-20T12:00:00Z'].map(says)).toEqual([
      ', in person and online. Slow mornings.',
      ', in person and online. Slow mornings.',
      '. This one has been.',
    ]);
  });

  it('say that they were called off, and nothing that is not there', () => {
    expect(mentionWords({ ...july, place: 'online', summary: '', cancelled: true }, 0)).toBe(
      '. This one was cancelled.',
    );
    expect(mentionWords({ ...july, place: 'online', summary: '', cancelled: false }, 0)).toBe(', online.');
  });

  it('say when the page about them will be wrong', () => {
    const next = (now: string) => nextToEnd([july, june], Date.parse(now));
    expect([next('2026-06-01T00:00:00Z'), next('2026-06-20T12:00:00Z'), next('2026-07-11T12:00:00Z')]).toEqual([
      '2026-06-20T12:00:00.000Z',
      '2026-07-11T12:00:00.000Z',
      null,
    ]);
    expect(nextToEnd([], 0)).toBeNull();
  });
});
