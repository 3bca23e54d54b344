import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callFeed } from '#src/api/call/calendars/invitation';
import { busyTimesIn, type Reading } from './busy-times';
import { UnreadCalendar } from './calendar-request';

const at = (iso: string): number => Date.parse(iso);
const spring: Reading = {
  timeZone: 'Europe/London',
  allDayBlocks: false,
  range: { from: at('2027-03-01T00:00Z'), until: at('2027-05-01T00:00Z') },
};

const busy = (text: string, changes: Partial<Reading> = {}): string[] =>
  busyTimesIn(text, { ...spring, ...changes }).map(({ from, until }) =>
    [from, until].map((moment) => new Date(moment).toISOString().slice(0, 16)).join(' – '),
  );

const feed = (name: string): string =>
  readFileSync(path.join(__dirname, 'feeds', `${name}.ics`), 'utf8').replaceAll('\n', '\r\n');

const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event, index) => ['BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const reasonOf = (text: string): string => {
  try {
    busyTimesIn(text, spring);
    return 'read';
  } catch (error) {
    return error instanceof UnreadCalendar ? error.reason : String(error);
  }
};

describe('a calendar in the shape of', () => {
  it('Google: a series across the change of clocks, an exception in another zone, what is free or cancelled', () => {
    expect(busy(feed('google'))).toEqual([
      '2027-03-02T09:30 – 2027-03-02T10:15',
      '2027-03-02T14:00 – 2027-03-02T15:00',
      '2027-03-16T14:00 – 2027-03-16T15:00',
      '2027-03-23T17:00 – 2027-03-23T17:30',
      '2027-03-30T13:00 – 2027-03-30T14:00',
      '2027-04-06T13:00 – 2027-04-06T14:00',
      '2027-04-13T13:00 – 2027-04-13T14:00',
    ]);
  });

  it('Google: whole days block although Google shows them as free, if she wants that', () => {
    const more = busy(feed('google'), { allDayBlocks: true }).filter((time) => !busy(feed('google')).includes(time));
    expect(more).toEqual(['2027-03-05T00:00 – 2027-03-06T00:00']);
  });

  it('Apple: days and times without a zone are where she is', () => {
    expect(busy(feed('apple'))).toEqual([
      '2027-03-17T17:00 – 2027-03-17T18:30',
      '2027-03-29T07:00 – 2027-03-29T08:30',
      '2027-03-31T16:00 – 2027-03-31T17:30',
      '2027-03-31T23:00 – 2027-04-01T23:00',
    ]);
    expect(busy(feed('apple'), { timeZone: 'America/New_York', allDayBlocks: true })).toEqual([
      '2027-03-11T05:00 – 2027-03-13T05:00',
      '2027-03-17T21:00 – 2027-03-17T22:30',
      '2027-03-29T07:00 – 2027-03-29T08:30',
      '2027-03-31T21:00 – 2027-03-31T22:30',
      '2027-04-01T04:00 – 2027-04-02T04:00',
    ]);
  });

  it('Outlook: names of zones and words of Microsoft, exceptions of whole days that are written as times', () => {
    expect(busy(feed('outlook'))).toEqual([
      '2027-03-22T09:00 – 2027-03-22T10:00',
      '2027-03-26T10:00 – 2027-03-26T10:30',
      '2027-03-27T00:00 – 2027-03-28T00:00',
      '2027-03-30T23:00 – 2027-03-31T23:00',
      '2027-04-02T09:00 – 2027-04-02T09:30',
    ]);
  });

  it('Outlook: a day is left out of a series of days wherever its midnight is', () => {
    const series = ['DTSTART;VALUE=DATE:20270327', 'RRULE:FREQ=DAILY;COUNT=3'];
    const exception = 'EXDATE;TZID=Pacific Standard Time:20270328T000000';
    expect(busy(calendar([...series, exception]), { allDayBlocks: true })).toEqual([
      '2027-03-27T00:00 – 2027-03-28T00:00',
      '2027-03-28T23:00 – 2027-03-29T23:00',
    ]);
  });

  it('Nextcloud: the last Thursday, a date more, a night with an hour less, and lists of busy times', () => {
    expect(busy(feed('nextcloud'))).toEqual([
      '2027-03-10T17:00 – 2027-03-10T19:00',
      '2027-03-25T17:00 – 2027-03-25T19:00',
      '2027-03-27T22:00 – 2027-03-28T05:00',
      '2027-04-02T08:00 – 2027-04-02T09:00',
      '2027-04-05T08:00 – 2027-04-05T09:00',
      '2027-04-06T08:00 – 2027-04-06T08:30',
      '2027-04-08T08:00 – 2027-04-08T09:00',
      '2027-04-20T08:00 – 2027-04-20T09:00',
      '2027-04-29T16:00 – 2027-04-29T18:00',
    ]);
  });

  it('Quiet Room’s own calls is left out: the diary knows those', () => {
    const call = { id: 'a', sequence: 0, channel: 'online' as const, dashboardUrl: 'https://x.example/admin' };
    const own = callFeed(
      [{ ...call, starts: '2027-03-02T10:00:00Z', ends: '2027-03-02T10:20:00Z' }],
      'Europe/London',
      new Date(0),
    );
    expect(busy(own)).toEqual([]);
    expect(busy(own.replace('@counsellor.', '@other.'))).toEqual(['2027-03-02T10:00 – 2027-03-02T10:20']);
  });
});

describe('on the days on which the clocks change', () => {
  it.each(['09:00', '13:00', '14:30', '18:00'])('a series at %s stays at that time on the wall', (time) => {
    const [hour = '', minute = ''] = time.split(':');
    const daily = calendar([
      `DTSTART;TZID=Europe/London:20200101T${hour}${minute}00`,
      'DURATION:PT30M',
      'RRULE:FREQ=DAILY',
    ]);
    const starts = (from: string, until: string) =>
      busy(daily, { range: { from: at(from), until: at(until) } }).map((interval) => interval.slice(0, 16));
    const inUtc = (day: string, offset: number) =>
      new Date(at(`${day}T${time}Z`) - offset * 3_600_000).toISOString().slice(0, 16);
    expect(starts('2027-03-27T00:00Z', '2027-03-29T23:00Z')).toEqual([
      inUtc('2027-03-27', 0),
      inUtc('2027-03-28', 1),
      inUtc('2027-03-29', 1),
    ]);
    expect(starts('2027-10-30T00:00Z', '2027-11-02T00:00Z')).toEqual([
      inUtc('2027-10-30', 1),
      inUtc('2027-10-31', 0),
      inUtc('2027-11-01', 0),
    ]);
  });

  it('whole days have 23 and 25 hours, and a time that is skipped is an hour later', () => {
    const range = { from: at('2027-01-01T00:00Z'), until: at('2028-01-01T00:00Z') };
    const days = [['DTSTART;VALUE=DATE:20270328'], ['DTSTART;VALUE=DATE:20271031']];
    expect(busy(calendar(...days), { range, allDayBlocks: true })).toEqual([
      '2027-03-28T00:00 – 2027-03-28T23:00',
      '2027-10-30T23:00 – 2027-11-01T00:00',
    ]);
    expect(busy(calendar(['DTSTART;TZID=Europe/London:20270328T013000', 'DURATION:PT1H']))).toEqual([
      '2027-03-28T01:30 – 2027-03-28T02:30',
    ]);
  });
});

describe('an odd calendar', () => {
  it.each([
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['a calendar that was cut off', feed('google').slice(0, -40)],
    ['a calendar that was cut off at the end of an event', feed('google').replace('END:VCALENDAR\r\n', '')],
  ])('is not taken for one: %s', (_what, text) => {
    expect(reasonOf(text)).toBe('not-a-calendar');
  });

  it('is read as far as it makes sense', () => {
    const good = ['DTSTART:20270302T090000Z', 'DTEND:20270302T100000Z'];
    const text = calendar(
      ['DTSTART:20270230T090000Z', 'DTEND:20270302T100000Z'],
      ['DTSTART;TZID=Nowhere/At All:20270303T090000', 'DTEND;TZID=Nowhere/At All:20270303T100000'],
      ['SUMMARY:no time', 'a line that is none', ': and another'],
      ['DTSTART:20270304T090000Z', 'DTEND:20270304T080000Z'],
      ['DTSTART:20270305T090000Z', 'DURATION:P1Y?', 'RRULE:FREQ=NEVER'],
      ['DTSTART;TZID=(UTC+00:00) Dublin, Edinburgh, Lisbon, London:20270306T090000', 'DURATION:PT1H'],
      [...good, 'RRULE:FREQ=DAILY;COUNT=abc'],
    );
    expect(busy(text)).toContain('2027-03-02T09:00 – 2027-03-02T10:00');
    expect(busy(text)).toEqual(
      expect.arrayContaining(['2027-03-03T09:00 – 2027-03-03T10:00', '2027-03-06T09:00 – 2027-03-06T10:00']),
    );
  });

  it('is as quick with series that began in 1990 as with those of this year', () => {
    const rules = ['DAILY', 'WEEKLY;BYDAY=MO,TU,WE', 'MONTHLY;BYDAY=-1FR', 'YEARLY', 'WEEKLY;COUNT=500'];
    const msFor = (year: number): number => {
      const events = Array.from({ length: 100 }, (_, index) => [
        `DTSTART;TZID=Europe/London:${year}0101T${String(8 + (index % 10)).padStart(2, '0')}0000`,
        'DURATION:PT20M',
        `RRULE:FREQ=${rules[index % rules.length]}`,
      ]);
      const from = performance.now();
      expect(busy(calendar(...events)).length).toBeGreaterThan(50);
      return performance.now() - from;
    };
    const recent = msFor(2027);
    expect(msFor(1990)).toBeLessThan(5 * recent);
  });

  it('is refused if it has too much in it', () => {
    const often = ['DTSTART:20270101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;INTERVAL=2'];
    expect(reasonOf(calendar(often))).toBe('too-many-events');
    const events = Array.from({ length: 6_000 }, (_, index) => [
      `DTSTART:${new Date(at('2027-03-02T00:00Z') + index * 600_000).toISOString().replace(/[-:]|\.000/g, '')}`,
      'DURATION:PT5M',
    ]);
    expect(reasonOf(calendar(...events))).toBe('too-many-events');
  });
});
