import type { CallWeek, ListedCall } from 'shared';
import { describe, expect, it } from 'vitest';
import { mondayOf } from '#src/time/days';
import { checkBlock, checkCall, checkTime } from './call-form';
import { byDay, dayHeading, instantAt, partOfDay, theirTime, timeLabel, weekLabel, zoneNote } from './call-times';
import { callsIn, daysOf } from './week-days';

const london = 'Europe/London';

describe('a time of the practice’s clock', () => {
  it('is the same in winter and in summer, whatever the clock here', () => {
    expect(instantAt('2027-01-04', '09:00', london)).toBe('2027-01-04T09:00:00.000Z');
    expect(instantAt('2027-06-01', '09:00', london)).toBe('2027-06-01T08:00:00.000Z');
  });

  it('is none where the clocks skip it, and the first where they repeat it', () => {
    expect(instantAt('2027-03-28', '01:30', london)).toBeNull();
    expect(instantAt('2027-10-31', '01:30', london)).toBe('2027-10-31T00:30:00.000Z');
    expect(instantAt('2027-03-28', '24:00', london)).toBe('2027-03-28T23:00:00.000Z');
    expect(checkTime({ day: '2027-03-28', time: '01:30' }, london)).toMatchObject({
      errors: { time: 'The clocks go forward then and skip this time. Enter another time.' },
    });
  });

  it('is asked for where it is not whole', () => {
    expect(checkTime({ day: '', time: '' }, london)).toEqual({
      errors: { day: 'Enter the whole date: day, month and year.', time: 'Enter the time.' },
    });
  });

  it('is named where the clock here shows another', () => {
    expect(zoneNote(london, '2027-06-01T12:00:00Z', 'Europe/Lisbon')).toBeNull();
    expect(zoneNote(london, '2027-06-01T12:00:00Z', 'Europe/Berlin')).toBe(
      'All times are UK time (BST), as at your practice.',
    );
  });

  it('is said in the reader’s zone where that shows another', () => {
    const starts = '2027-06-01T12:00:00.000Z';
    expect(theirTime({ starts, timeZone: london }, london)).toBeNull();
    expect(theirTime({ starts, timeZone: 'Asia/Kolkata' }, london)).toBe(
      '5:30pm for them, India Standard Time (UTC+5:30)',
    );
    expect(theirTime({ starts, timeZone: 'Pacific/Auckland' }, london)).toMatch(
      /^midnight on Wednesday 2 June for them/,
    );
  });
});

describe('days', () => {
  it('have names, and weeks begin with Monday', () => {
    expect(dayHeading('2027-06-01', '2027-06-01')).toBe('Today, Tuesday 1 June');
    expect(dayHeading('2027-06-02', '2027-06-01')).toBe('Tomorrow, Wednesday 2 June');
    expect(dayHeading('2027-06-03', '2027-06-01')).toBe('Thursday 3 June');
    expect(['2027-05-31', '2027-06-06'].map(mondayOf)).toEqual(['2027-05-31', '2027-05-31']);
    expect(weekLabel('2027-06-07')).toBe('7 to 13 June 2027');
    expect(weekLabel('2027-05-31')).toBe('31 May to 6 June 2027');
    expect(weekLabel('2026-12-28')).toBe('28 December 2026 to 3 January 2027');
  });

  it('say which part of them a time takes', () => {
    const off = { starts: '2027-06-01T12:00:00.000Z', ends: '2027-06-03T09:00:00.000Z' };
    expect(['2027-06-01', '2027-06-02', '2027-06-03'].map((day) => partOfDay(off, day, london))).toEqual([
      'From 1pm',
      'All day',
      'Until 10am',
    ]);
    expect(timeLabel(off, london)).toBe('Tuesday 1 June at 1pm to Thursday 3 June at 10am');
    expect(timeLabel({ ...off, ends: '2027-06-01T13:30:00.000Z' }, london)).toBe('Tuesday 1 June, 1pm to 2:30pm');
    const days = { starts: '2027-05-31T23:00:00.000Z', ends: '2027-06-01T23:00:00.000Z' };
    expect(timeLabel(days, london)).toBe('Tuesday 1 June, all day');
    expect(timeLabel({ ...days, ends: '2027-06-03T23:00:00.000Z' }, london)).toBe(
      'Tuesday 1 June to Thursday 3 June, all day',
    );
  });

  it('hold what is in them, in order, whole days first', () => {
    const call = (starts: string, state: ListedCall['state'] = 'booked') =>
      ({ number: 1, starts, state }) as ListedCall;
    const block = { number: 7, kind: 'time-off', note: null } as const;
    const week: CallWeek = {
      from: '2027-03-22',
      timeZone: london,
      minutes: 25,
      calls: [call('2027-03-23T09:00:00.000Z'), call('2027-03-28T22:30:00.000Z', 'cancelled')],
      blocks: [{ ...block, starts: '2027-03-23T00:00:00.000Z', ends: '2027-03-25T00:00:00.000Z' }],
      busy: [{ starts: '2027-03-23T08:00:00.000Z', ends: '2027-03-23T08:30:00.000Z', calendar: 'Family' }],
      slots: ['2027-03-24T09:00:00.000Z', '2027-03-28T08:00:00.000Z'],
    };
    const days = daysOf(week);
    expect(days.map(({ items }) => items.map(({ kind }) => kind).join(' '))).toEqual([
      '',
      'block busy call',
      'block',
      '',
      '',
      '',
      'call',
    ]);
    expect(callsIn(days)).toBe(1);
    expect(days.map(({ slots }) => slots.length)).toEqual([0, 0, 1, 0, 0, 0, 1]);
    expect(days.slice(1, 3).map(({ items }) => items[0])).toMatchObject([{ isFirst: true }, { isFirst: false }]);
    expect(byDay(week.slots, london).map(({ day }) => day)).toEqual(['2027-03-24', '2027-03-28']);
  });
});

describe('time that is blocked', () => {
  const typed = {
    kind: 'time-off',
    day: '2027-03-27',
    lastDay: '',
    isWhole: '',
    from: '09:00',
    to: '12:00',
    note: ' ',
  };
  const check = (change: Partial<typeof typed>) =>
    checkBlock({ ...typed, ...change }, { nonce: 'AAAAAAAAAAAAAAAAAAAAAA', timeZone: london });

  it('is a part of a day, whole days, or several with times', () => {
    expect(check({})).toMatchObject({
      block: { starts: '2027-03-27T09:00:00.000Z', ends: '2027-03-27T12:00:00.000Z', note: null },
    });
    expect(check({ isWhole: 'yes', lastDay: '2027-03-28', from: '', to: '' })).toMatchObject({
      block: { starts: '2027-03-27T00:00:00.000Z', ends: '2027-03-28T23:00:00.000Z' },
    });
    expect(check({ to: '00:00' })).toMatchObject({ block: { ends: '2027-03-28T00:00:00.000Z' } });
  });

  it('says what is missing', () => {
    expect(check({ day: '', from: '', to: '' })).toEqual({
      errors: {
        day: 'Enter the whole date: day, month and year.',
        from: 'Enter the time at which it begins.',
        to: 'Enter the time at which it ends.',
      },
    });
    expect(check({ lastDay: '2027-03-26' })).toMatchObject({ errors: { lastDay: expect.any(String) as string } });
    expect(check({ to: '09:00' })).toEqual({ errors: { to: 'The end must be after the start.' } });
    expect(check({ day: '2027-03-28', from: '01:30' })).toMatchObject({
      errors: { from: expect.any(String) as string },
    });
  });
});

describe('a call that is added', () => {
  const typed = { channel: 'phone', day: '2027-06-01', time: '10:00', name: 'Robin', email: '', phone: '' };
  const check = (change: Partial<typeof typed>, notify = true) =>
    checkCall({ ...typed, ...change }, { notify, nonce: 'AAAAAAAAAAAAAAAAAAAAAA', timeZone: london });

  it('needs a time and a name', () => {
    expect(check({ channel: 'online' })).toMatchObject({
      call: { starts: '2027-06-01T09:00:00.000Z', name: 'Robin', email: null, phone: null, notify: false },
    });
    expect(check({ channel: 'online', email: 'robin@example.org' })).toMatchObject({ call: { notify: true } });
    expect(check({ phone: '07700 900123' })).toMatchObject({ call: { phone: '07700 900123', notify: false } });
    for (const email of ['', 'robin@example.org'])
      expect(check({ email, phone: ' ' })).toEqual({ errors: { phone: 'Enter the number to call.' } });
    expect(check({ channel: 'online', day: '', name: ' ', email: 'robin' })).toEqual({
      errors: {
        day: 'Enter the whole date: day, month and year.',
        name: 'Enter a name.',
        email: 'Enter an email address in the correct format, such as robin@example.org, or leave this empty.',
      },
    });
  });
});
