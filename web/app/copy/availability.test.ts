import { describe, expect, it } from 'vitest';
import { availabilityWords } from './availability';

const updated = '2026-11-27T12:00:00.000Z';
const zone = 'Europe/London';
const at = (iso: string): number => Date.parse(iso);

describe('what the site says about space', () => {
  it.each([
    ['now', 'I have space for new people.'],
    ['full', 'I have no space at the moment.'],
    ['ask', 'Please ask me whether I have space.'],
  ] as const)('is a sentence of its own for “%s”, with its date', (state, sentence) => {
    const said = availabilityWords(
      { state, from: null, note: 'Thursdays.', updated },
      zone,
      at('2026-11-28T00:00:00Z'),
    );
    expect(said).toMatchObject({ sentence, note: 'Thursdays.', updated: 'Updated on 27 November 2026' });
    expect(new Date(said.changesAt ?? 0).toISOString()).toBe('2027-01-08T12:00:00.000Z');
  });

  it('names the day until it has come', () => {
    const from = { state: 'from', from: '2026-12-12', note: null, updated } as const;
    const before = availabilityWords(from, zone, at('2026-12-11T23:00:00Z'));
    expect(before.sentence).toBe('I have space from 12 December 2026.');
    expect(new Date(before.changesAt ?? 0).toISOString()).toBe('2026-12-12T00:00:00.000Z');
    expect(availabilityWords(from, zone, at('2026-12-12T00:00:00Z')).sentence).toBe('I have space for new people.');
  });

  it.each([
    ['America/New_York', '2026-12-12T05:00:00.000Z'],
    ['Asia/Kolkata', '2026-12-11T18:30:00.000Z'],
    ['Pacific/Auckland', '2026-12-11T11:00:00.000Z'],
  ])('names it until midnight where the counsellor is: in %s, that is %s', (timeZone, midnight) => {
    const from = { state: 'from', from: '2026-12-12', note: null, updated } as const;
    const before = availabilityWords(from, timeZone, at(midnight) - 1);
    expect(before.sentence).toBe('I have space from 12 December 2026.');
    expect(new Date(before.changesAt ?? 0).toISOString()).toBe(midnight);
    expect(availabilityWords(from, timeZone, at(midnight)).sentence).toBe('I have space for new people.');
  });

  it('says after six weeks that it may be old', () => {
    const said = availabilityWords({ state: 'now', from: null, note: null, updated }, zone, at('2027-01-08T12:00:00Z'));
    expect(said).toMatchObject({ updated: 'Last updated on 27 November 2026', changesAt: null });
  });
});
