import { type CallRules, callRules } from 'shared';
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  type Diary,
  horizonOf,
  isFree,
  reasonsAt,
  reasonsAtWallTime,
  reasonsByStart,
  slotsBetween,
} from './slots';

const hourMs = 3_600_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (from: string, to: string, weekdays = everyDay) => weekdays.map((weekday) => ({ weekday, from, to }));

const rules = (changed: Partial<CallRules> = {}): CallRules =>
  callRules.parse({
    isOpen: true,
    hours: hours('09:00', '10:00'),
    minutes: 30,
    everyMinutes: 30,
    bufferBefore: 0,
    bufferAfter: 0,
    noticeHours: 0,
    horizonDays: 60,
    maxPerDay: null,
    maxPerWeek: null,
    channels: ['online', 'phone'],
    joining: null,
    keepDays: 30,
    staleHours: 12,
    ...changed,
  });

const diary = (changed: Partial<CallRules> = {}, rest: Partial<Diary> = {}): Diary => ({
  rules: rules(changed),
  timeZone: 'Europe/London',
  bookingUrl: null,
  awayUntil: null,
  openings: [],
  timeOff: [],
  calls: [],
  busy: [],
  staleCalendars: [],
  ...rest,
});

const at = (instant: string): number => Date.parse(instant);
const between = (from: string, until: string) => ({ from: at(from), until: at(until) });
const call = (starts: string, minutes = 30) => ({
  starts: at(starts),
  busy: { from: at(starts), until: at(starts) + minutes * 60_000 },
});
/** The slots of a local day, as ISO instants without seconds. */
const slotsOn = (of: Diary, day: string, now = '2027-01-01T00:00Z') =>
  slotsBetween(of, at(now), { from: at(`${day}T00:00Z`) - 14 * hourMs, until: at(`${day}T00:00Z`) + 38 * hourMs })
    .map((slot) => new Date(slot).toISOString().slice(0, 16))
    .filter((slot) => new Date(`${slot}Z`).toLocaleDateString('en-CA', { timeZone: of.timeZone }) === day);
const reasonsOf = (of: Diary, start: string, now = '2027-01-01T00:00Z') =>
  reasonsAt(of, at(now), at(start)).map(({ reason }) => reason);

describe('on the days on which the clocks change', () => {
  const starts = ['09:00', '13:00', '14:30', '18:00'];
  it.each([
    { day: '2027-03-27', offset: 0 },
    { day: '2027-03-28', offset: 1 },
    { day: '2027-10-30', offset: 1 },
    { day: '2027-10-31', offset: 0 },
  ])('begin when the clock on the wall says so ($day)', ({ day, offset }) => {
    for (const start of starts) {
      const [hour = 0, minute = 0] = start.split(':').map(Number);
      const until = `${String(hour + (minute ? 1 : 0)).padStart(2, '0')}:${minute ? '00' : '30'}`;
      const only = diary({ hours: hours(start, until), horizonDays: 120 });
      const now = new Date(at(`${day}T00:00Z`) - 30 * 24 * hourMs).toISOString();
      const expected = `${day}T${String(hour - offset).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      expect(slotsOn(only, day, now), start).toEqual([expected]);
    }
  });

  it('give no slot at a time that is skipped, and go on after it', () => {
    const night = diary({ hours: hours('00:00', '03:00'), everyMinutes: 30, horizonDays: 120 });
    expect(slotsOn(night, '2027-03-28', '2027-03-01T00:00Z')).toEqual([
      '2027-03-28T00:00',
      '2027-03-28T00:30',
      '2027-03-28T01:00',
      '2027-03-28T01:30',
    ]);
    const skipped = reasonsAtWallTime(night, at('2027-03-01T00:00Z'), '2027-03-28', '01:30');
    expect(skipped).toEqual({ start: null, reasons: [{ reason: 'skipped', detail: null }] });
  });

  it('give a time that is repeated once, at its first reading', () => {
    const night = diary({ hours: hours('00:30', '02:30'), everyMinutes: 30, horizonDays: 120 });
    expect(slotsOn(night, '2027-10-31', '2027-10-01T00:00Z')).toEqual([
      '2027-10-30T23:30',
      '2027-10-31T00:00',
      '2027-10-31T00:30',
      '2027-10-31T02:00',
    ]);
  });

  it('count the notice in hours that pass, also over the change', () => {
    const noticed = diary({ hours: hours('09:00', '12:00'), everyMinutes: 60, noticeHours: 24 });
    // 24 hours after 10:30 GMT on Saturday it is 11:30 BST on Sunday.
    expect(slotsOn(noticed, '2027-03-28', '2027-03-27T10:30:00Z')).toEqual([]);
    expect(slotsOn(noticed, '2027-03-28', '2027-03-27T09:30:00Z')).toEqual(['2027-03-28T10:00']);
    expect(slotsOn(noticed, '2027-10-31', '2027-10-30T08:30:00Z')).toEqual([
      '2027-10-31T09:00',
      '2027-10-31T10:00',
      '2027-10-31T11:00',
    ]);
  });

  it.each([
    { timeZone: 'America/New_York', day: '2027-03-14', before: '14:00', after: '13:00' },
    { timeZone: 'Pacific/Auckland', day: '2027-04-04', before: '20:00', after: '21:00' },
    { timeZone: 'Asia/Kolkata', day: '2027-03-14', before: '03:30', after: '03:30' },
    { timeZone: 'Australia/Lord_Howe', day: '2027-04-04', before: '22:00', after: '22:30' },
  ])('are right in $timeZone', ({ timeZone, day, before, after }) => {
    const there = diary({ hours: hours('09:00', '09:30') }, { timeZone });
    const dayBefore = new Date(at(`${day}T00:00Z`) - 24 * hourMs).toISOString().slice(0, 10);
    const now = `${day.slice(0, 5)}02-20T00:00Z`;
    expect(slotsOn(there, dayBefore, now).map((slot) => slot.slice(11))).toEqual([before]);
    expect(slotsOn(there, day, now).map((slot) => slot.slice(11))).toEqual([after]);
  });

  it('end the last day that can be booked at its own midnight', () => {
    const near = diary({ horizonDays: 1 });
    expect(horizonOf(near, at('2027-03-27T12:00Z')).until).toBe(at('2027-03-28T23:00Z'));
    expect(horizonOf(near, at('2027-10-30T12:00Z')).until).toBe(at('2027-11-01T00:00Z'));
    expect(horizonOf(near, at('2027-03-28T12:00Z')).until).toBe(at('2027-03-29T23:00Z'));
  });
});

describe('a slot', () => {
  const monday = '2027-01-11';
  const morning = (changed: Partial<CallRules> = {}, rest: Partial<Diary> = {}) =>
    diary({ hours: hours('09:00', '11:00', [1]), ...changed }, rest);
  const times = (of: Diary) => slotsOn(of, monday).map((slot) => slot.slice(11));

  it('begins at each step at which the whole call fits into the hours', () => {
    expect(times(morning())).toEqual(['09:00', '09:30', '10:00', '10:30']);
    expect(times(morning({ minutes: 25, everyMinutes: 45 }))).toEqual(['09:00', '09:45', '10:30']);
    expect(times(morning({ minutes: 45, everyMinutes: 60 }))).toEqual(['09:00', '10:00']);
  });

  it('leaves both buffers free between calls', () => {
    const buffers = { bufferBefore: 5, bufferAfter: 10, everyMinutes: 5, minutes: 25 };
    const taken = { starts: at('2027-01-11T09:30Z'), busy: between('2027-01-11T09:25Z', '2027-01-11T10:05Z') };
    expect(times(morning(buffers, { calls: [taken] }))).toEqual(['10:10', '10:15', '10:20', '10:25', '10:30', '10:35']);
  });

  it('keeps its buffers clear of busy times, and only itself clear of time off', () => {
    const buffers = { bufferBefore: 0, bufferAfter: 15 };
    const noon = between('2027-01-11T10:00Z', '2027-01-11T12:00Z');
    expect(times(morning(buffers, { busy: [{ ...noon, calendar: 'Home' }] }))).toEqual(['09:00']);
    expect(times(morning(buffers, { timeOff: [noon] }))).toEqual(['09:00', '09:30']);
  });

  it('is not offered beyond the limit of its day and its week', () => {
    const calls = [call('2027-01-11T14:00Z'), call('2027-01-17T14:00Z')];
    expect(times(morning({ maxPerDay: 2 }, { calls }))).toHaveLength(4);
    expect(times(morning({ maxPerDay: 1 }, { calls }))).toEqual([]);
    expect(times(morning({ maxPerWeek: 3 }, { calls }))).toHaveLength(4);
    expect(times(morning({ maxPerWeek: 2 }, { calls }))).toEqual([]);
    expect(
      times(morning({ maxPerWeek: 2 }, { calls: [call('2027-01-10T14:00Z'), call('2027-01-18T14:00Z')] })),
    ).toHaveLength(4);
  });

  it('is offered up to the end of the last day, and not at the midnight after it', () => {
    const midnight = diary({ hours: hours('00:00', '00:30'), horizonDays: 1 });
    expect(slotsOn(midnight, '2027-01-02', '2027-01-01T12:00Z')).toEqual(['2027-01-02T00:00']);
    expect(slotsOn(midnight, '2027-01-03', '2027-01-01T12:00Z')).toEqual([]);
    expect(reasonsOf(midnight, '2027-01-03T00:00Z', '2027-01-01T12:00Z')).toEqual(['too-far']);
  });

  it('is given by an opening, too, once', () => {
    const opening = between('2027-01-11T10:00Z', '2027-01-11T12:00Z');
    expect(times(morning({}, { openings: [opening] }))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
  });

  it('is not offered while she is away, with a stale calendar, with another booking address, or while closed', () => {
    expect(times(morning({}, { awayUntil: at('2027-01-11T10:00Z') }))).toEqual(['10:00', '10:30']);
    expect(times(morning({}, { staleCalendars: ['Home'] }))).toEqual([]);
    expect(times(morning({}, { bookingUrl: 'https://elsewhere.example/' }))).toEqual([]);
    expect(times(morning({ isOpen: false }))).toEqual([]);
  });
});

describe('the reasons at a moment', () => {
  const monday = diary({ hours: hours('09:00', '11:00', [1]), maxPerDay: 1, noticeHours: 24 });

  it('are only “free” where it can be booked', () => expect(reasonsOf(monday, '2027-01-11T09:00Z')).toEqual(['free']));

  it('name everything that speaks against it', () => {
    const full = { ...monday, calls: [call('2027-01-11T09:00Z')], staleCalendars: ['Home'] };
    expect(reasonsOf(full, '2027-01-11T09:00Z', '2027-01-11T08:00Z')).toEqual([
      'notice',
      'taken',
      'day-full',
      'calendar-stale',
    ]);
  });

  it('tell outside the hours from between two slots', () => {
    expect(reasonsOf(monday, '2027-01-11T08:30Z')).toEqual(['outside-hours']);
    expect(reasonsOf(monday, '2027-01-11T10:45Z')).toEqual(['ends-after']);
    expect(reasonsAt(monday, at('2027-01-01T00:00Z'), at('2027-01-11T09:10Z'))).toEqual([
      { reason: 'off-grid', detail: '2027-01-11T09:00:00.000Z' },
    ]);
    expect(reasonsOf(monday, '2027-01-12T09:00Z')).toEqual(['outside-hours']);
  });

  it('tell what has passed from what is too soon, and time off from being away', () => {
    const start = '2027-01-11T09:00Z';
    const off = { ...monday, timeOff: [between(start, '2027-01-11T09:05Z')], awayUntil: at('2027-01-11T12:00Z') };
    expect(reasonsOf(off, start, '2027-01-11T08:59Z')).toEqual(['notice', 'time-off', 'away']);
    expect(reasonsOf(monday, start, '2027-01-11T09:01Z')).toEqual(['passed']);
  });

  it('are told of every start that the hours give', () => {
    const range = between('2027-01-11T00:00Z', '2027-01-12T00:00Z');
    const off = { ...monday, timeOff: [between('2027-01-11T09:00Z', '2027-01-11T10:00Z')] };
    expect(reasonsByStart(off, at('2027-01-01T00:00Z'), range)).toEqual([['time-off'], ['time-off'], [], []]);
  });

  it('name each busy calendar once', () => {
    const time = between('2027-01-11T09:10Z', '2027-01-11T09:15Z');
    const busy = ['Home', 'Work', 'Home'].map((calendar) => ({ ...time, calendar }));
    expect(reasonsAt({ ...monday, busy }, at('2027-01-01T00:00Z'), at('2027-01-11T09:00Z'))).toEqual([
      { reason: 'busy', detail: 'Home' },
      { reason: 'busy', detail: 'Work' },
    ]);
  });

  it('are found at the wall clock of a day, also where that day begins twelve hours earlier', () => {
    const auckland = { ...diary({ hours: hours('09:00', '10:00', [7]) }), timeZone: 'Pacific/Auckland' };
    const found = reasonsAtWallTime(auckland, at('2027-01-01T00:00Z'), '2027-01-17', '09:00');
    expect(found).toEqual({ start: at('2027-01-16T20:00Z'), reasons: [{ reason: 'free', detail: null }] });
  });
});

describe('a long diary', () => {
  // 500 calls of 60 days at times that follow no pattern, by a linear congruential generator.
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const calls = Array.from({ length: 500 }, () =>
    call(new Date(at('2027-02-25T00:00Z') + random(60 * 288) * 300_000).toISOString()),
  );
  const busy = calls.map(({ busy: time }) => ({
    from: time.from + hourMs,
    until: time.until + hourMs,
    calendar: 'Work',
  }));
  const long = diary(
    { hours: hours('00:00', '24:00'), everyMinutes: 15, bufferAfter: 10, maxPerDay: 9 },
    { calls, busy },
  );

  it('offers exactly the moments at which every single check says “free”', () => {
    const now = at('2027-03-20T00:00Z');
    const range = between('2027-03-26T00:00Z', '2027-03-31T00:00Z');
    const offered = new Set(slotsBetween(long, now, range));
    for (let start = range.from; start < range.until; start += 300_000)
      expect(offered.has(start), new Date(start).toISOString()).toBe(isFree(long, now, start));
    expect(offered.size).toBeGreaterThan(20);
  });
});

describe('the cells of a time', () => {
  it('are all that it touches', () => {
    expect(cellsOf({ from: 0, until: 600_000 })).toEqual([0, 1]);
    expect(cellsOf({ from: 1, until: 600_001 })).toEqual([0, 1, 2]);
    expect(cellsOf({ from: 600_000, until: 900_000 })).toEqual([2]);
  });
});
