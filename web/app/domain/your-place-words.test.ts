import { placeStates, workshopStates } from 'shared';
import { describe, expect, it } from 'vitest';
import { placeStateWords } from './your-place-words';

const open = { state: 'open', timeZone: 'Europe/London', cancelledWords: null } as const;
const told = { until: '2026-06-10T09:00:00.000Z', ahead: 2, wouldHave: 'held', workshop: open } as const;

describe('how a registration stands', () => {
  it('has a heading and no unfinished sentence, whatever the two states are', () => {
    for (const state of placeStates) {
      for (const workshop of workshopStates) {
        const { heading, words } = placeStateWords({ ...told, state, workshop: { ...open, state: workshop } });
        expect(heading, `${state}, ${workshop}`).toMatch(/^[A-Z].*[^.]$/);
        for (const line of words) expect(line).toMatch(/[.]$/);
      }
    }
  });

  it.each([
    ['unconfirmed', /by Wednesday 10 June 2026 at 10am, British Summer Time/],
    ['waiting', /2 people are before you/],
    ['offered', /until Wednesday 10 June 2026 at 10am, British Summer Time \(UTC\+1\)\. After that/],
    ['over', /You can register again/],
  ] as const)('%s is said with what follows from it', (state, says) => {
    expect(placeStateWords({ ...told, state }).words.join(' ')).toMatch(says);
  });

  it('counts who is before somebody', () => {
    const said = [0, 1, 5].map((ahead) => placeStateWords({ ...told, ahead, state: 'waiting' }).words[0]);
    expect(said).toEqual(['Nobody is before you.', 'One person is before you.', '5 people are before you.']);
  });

  it('tells those on the waitlist of no place', () => {
    expect(placeStateWords({ ...told, state: 'unconfirmed', wouldHave: 'waitlist' }).heading).toContain('waitlist');
  });

  it('says first that a workshop was called off, with her words', () => {
    const { heading, words } = placeStateWords({
      ...told,
      state: 'registered',
      workshop: { ...open, state: 'cancelled', cancelledWords: 'I am ill.' },
    });
    expect([heading, words[0]]).toEqual(['This workshop was cancelled', 'I am ill.']);
  });

  it('offers nothing once the workshop is over', () => {
    expect(placeStateWords({ ...told, state: 'offered', workshop: { ...open, state: 'past' } }).heading).toBe(
      'This workshop has finished',
    );
  });
});
