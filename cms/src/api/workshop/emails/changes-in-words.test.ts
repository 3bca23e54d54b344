import { describe, expect, it } from 'vitest';
import type { Announced } from '#src/api/workshop/domain/announced';
import { changesInWords } from './changes-in-words';

const first = { n: 1, row: 1, starts: '2027-03-06T10:00:00.000Z', ends: '2027-03-06T12:00:00.000Z' };
const second = { n: 2, row: 2, starts: '2027-03-13T10:00:00.000Z', ends: '2027-03-13T12:00:00.000Z' };
const before: Announced = {
  sessions: [first, second],
  lastNumber: 2,
  timeZone: 'Europe/London',
  format: 'in person',
  venueName: 'The Quiet Room',
  venueAddress: '1 High Street',
  joiningDetails: null,
};
const changesTo = (after: Partial<Announced>, gone: Announced['sessions'] = [], namesZone = false): string[] =>
  changesInWords(before, { ...before, ...after }, { gone, namesZone });

describe('the changes of a workshop in words', () => {
  it('are none where nothing differs but spaces', () => {
    expect(changesTo({ venueName: ' The Quiet Room ', joiningDetails: ' ' })).toEqual([]);
  });

  it('name the new date and the old one of each session that moves', () => {
    const later = { ...second, starts: '2027-03-14T14:00:00.000Z', ends: '2027-03-14T16:00:00.000Z' };
    expect(changesTo({ sessions: [first, later] })).toEqual([
      'The new date: Sunday 14 March 2027, 2pm to 4pm\nIt was: Saturday 13 March 2027, 10am to midday',
    ]);
  });

  it('list the sessions that are added, and those that no longer take place', () => {
    const third = { n: 3, row: 3, starts: '2027-03-20T10:00:00.000Z', ends: '2027-03-20T12:00:00.000Z' };
    expect(changesTo({ sessions: [first, third] }, [second], true)).toEqual([
      'There is one more session:\nSaturday 20 March 2027, 10am to midday, UK time (GMT)',
      'This session no longer takes place:\nSaturday 13 March 2027, 10am to midday, UK time (GMT)',
    ]);
  });

  it('name the new place and the old one, also when it is now online', () => {
    expect(changesTo({ venueName: 'Meeting House' })).toEqual([
      'The new place: Meeting House, 1 High Street\nIt was: The Quiet Room, 1 High Street',
    ]);
    expect(changesTo({ format: 'online', joiningDetails: 'https://meet.example/1' })).toEqual([
      'The new place: online\nIt was: The Quiet Room, 1 High Street',
      'How to join has changed: please use what stands below.',
    ]);
    expect(changesTo({ format: 'both' })).toEqual([
      'The new place: The Quiet Room, 1 High Street, or online\nIt was: The Quiet Room, 1 High Street',
    ]);
  });
});
