import { describe, expect, it } from 'vitest';
import { workshopErrors } from './before-publishing';
import type { StoredWorkshop } from './times';

const saturday = { day: '2026-06-13', starts: '10:00:00.000', ends: '13:00:00.000' };
const complete: StoredWorkshop = {
  title: 'Quieter nights',
  description: [{ type: 'paragraph', children: [{ type: 'text', text: 'We talk about nights.' }] }],
  sessions: [saturday],
  timeZone: 'Europe/London',
  opensDay: null,
  opensTime: null,
  closesDay: null,
  closesTime: null,
  format: 'in person',
  venueName: 'The Quiet Room',
  mapUrl: null,
  capacity: 12,
  prices: [{ label: 'Full price', amount: 48 }],
  programme: [{ title: 'Arriving' }],
  cover: { alternativeText: 'A room' },
};
const errorsWith = (over: Partial<StoredWorkshop>) => workshopErrors({ ...complete, ...over }, new Set());
const fieldsWith = (over: Partial<StoredWorkshop>): string[] => errorsWith(over).map(({ field }) => field);

describe('a workshop before it is published', () => {
  it('has no errors when it is complete', () => {
    expect(errorsWith({})).toEqual([]);
  });

  it.each<[string, Partial<StoredWorkshop>, string]>([
    ['a title', { title: ' ' }, 'title'],
    ['a description', { description: [] }, 'description'],
    ['a session', { sessions: [] }, 'sessions'],
    ['a day of each session', { sessions: [{ ...saturday, day: null }] }, 'sessions.0.day'],
    ['a start of each session', { sessions: [{ ...saturday, starts: null }] }, 'sessions.0.ends'],
    ['an end of each session', { sessions: [{ ...saturday, ends: null }] }, 'sessions.0.ends'],
    ['an opening day beside an opening time', { opensTime: '10:00' }, 'opensDay'],
    ['a closing day beside a closing time', { closesTime: '10:00' }, 'closesDay'],
    ['an opening before the closing', { opensDay: '2026-06-11', closesDay: '2026-06-10' }, 'opensDay'],
    ['an opening before the start', { opensDay: '2026-06-13', opensTime: '10:00' }, 'opensDay'],
    ['a closing before the start', { closesDay: '2026-06-14' }, 'closesDay'],
    ['a venue', { venueName: null }, 'venueName'],
    ['a venue when people may come or join online', { venueName: ' ', format: 'both' }, 'venueName'],
    ['an https address of a map', { mapUrl: 'http://map.example' }, 'mapUrl'],
    ['a whole address of a map', { mapUrl: 'map.example' }, 'mapUrl'],
    ['a number of seats', { capacity: null }, 'capacity'],
    ['a label of each price', { prices: [{ label: ' ', amount: 1 }] }, 'prices.0.label'],
    ['an amount of each price', { prices: [{ label: 'Full', amount: null }] }, 'prices.0.amount'],
    ['an amount that is not empty', { prices: [{ label: 'Full', amount: '' }] }, 'prices.0.amount'],
    ['a title of each part', { programme: [{ title: 'One' }, { title: null }] }, 'programme.1.title'],
    ['a description of its picture', { cover: { alternativeText: ' ' } }, 'cover'],
  ])('needs %s', (_, over, field) => {
    expect(fieldsWith(over)).toEqual([field]);
  });

  it.each<[string, Partial<StoredWorkshop>]>([
    ['a venue when it is online', { venueName: null, format: 'online' }],
    ['a picture', { cover: null }],
    ['prices and a programme', { prices: [], programme: [] }],
    ['a price above 0', { prices: [{ label: 'Free', amount: 0 }] }],
    ['a map, but may have one', { mapUrl: 'https://map.example/here' }],
    ['an opening day, but may have one', { opensDay: '2026-06-01', closesDay: '2026-06-10' }],
  ])('does not need %s', (_, over) => {
    expect(errorsWith(over)).toEqual([]);
  });

  it.each([
    ['is in the year 25', { ...saturday, day: '0025-06-13' }, 'Check the year of this session: it is 25.'],
    ['is in 1925', { ...saturday, day: '1925-06-13' }, 'Check the year of this session: it is 1925.'],
    ['ends when it starts', { ...saturday, ends: saturday.starts }, 'This session ends at the time it starts.'],
    [
      'ends before it starts',
      { ...saturday, starts: '12:00', ends: '05:00:00.000' },
      'This session ends before it starts. Until 5am the next day it would last 17 hours.',
    ],
    [
      'is longer than people can bear',
      { ...saturday, starts: '08:00', ends: '20:30' },
      'This session would last 12 hours 30 minutes. Check both times, or make two sessions of it.',
    ],
    [
      'falls into the hour that the clocks skip',
      { day: '2026-03-29', starts: '01:30', ends: '04:00' },
      'The clocks go forward that night and skip this time. Choose another time.',
    ],
  ])('reports that a session %s', (_, session, message) => {
    expect(errorsWith({ sessions: [session] })).toEqual([{ field: 'sessions.0.ends', message }]);
  });

  it('may end the next morning', () => {
    expect(errorsWith({ sessions: [{ day: '2026-06-13', starts: '22:00', ends: '07:30' }] })).toEqual([]);
  });

  it('needs its sessions in order and without overlaps', () => {
    const later = { day: '2026-06-13', starts: '12:00:00.000', ends: '14:00:00.000' };
    expect(errorsWith({ sessions: [saturday, later] })).toEqual([
      { field: 'sessions.1.day', message: 'Session 2 begins before session 1 has ended. Put them in order.' },
    ]);
    expect(errorsWith({ sessions: [saturday, { ...later, starts: '13:00:00.000' }] })).toEqual([]);
  });

  it('reports all errors at once', () => {
    const [backwards, bare] = [
      { ...saturday, ends: '09:00' },
      { ...saturday, day: null },
    ];
    expect(fieldsWith({ sessions: [backwards, bare] })).toEqual(['sessions.0.ends', 'sessions.1.day']);
    expect(fieldsWith({ title: '', capacity: null, venueName: null })).toEqual(['title', 'venueName', 'capacity']);
  });
});
