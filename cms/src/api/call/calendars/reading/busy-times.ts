import { isOwnUid } from '#src/api/call/calendars/call-entry';
import { type Interval, merged } from '#src/api/call/domain/intervals';
import { calendarText, type Component, type Line } from './calendar-lines';
import { UnreadCalendar } from './calendar-request';
import { type Clocks, dayOf, endOf, lengthOf, type Moment, momentOf, momentsOf } from './moments';
import { startsOf } from './series';
import { clockOf, createClocks } from './zones';

const dayMs = 86_400_000;
const maxEvents = 20_000;
const maxOccurrences = 50_000;
const maxBusyTimes = 5_000;

/** How a calendar is read. `timeZone`: where the counsellor is; `range`: what is looked at. */
export interface Reading {
  readonly timeZone: string;
  readonly allDayBlocks: boolean;
  readonly range: Interval;
}

/** An event. `recurrence`: which time of a series it stands for. */
interface Event {
  readonly uid: string;
  readonly lines: readonly Line[];
  readonly start: Moment;
  readonly recurrence: Moment | null;
  readonly isBusy: boolean;
  readonly endsAfter: (start: Moment) => number;
}

const valueOf = (lines: readonly Line[], name: string): string | undefined =>
  lines.find((line) => line.name === name)?.value;
const named = (lines: readonly Line[], name: string): Line[] => lines.filter((line) => line.name === name);

/** Microsoft's word for whether an event takes time goes before the standard's, which knows only two. */
const isBusy = (lines: readonly Line[], isAllDay: boolean, { allDayBlocks }: Reading): boolean => {
  if (valueOf(lines, 'STATUS')?.toUpperCase() === 'CANCELLED') return false;
  const microsoft =
    valueOf(lines, 'X-MICROSOFT-CDO-BUSYSTATUS') ?? valueOf(lines, 'X-MICROSOFT-MSNCALENDAR-BUSYSTATUS');
  const shown = (microsoft ?? valueOf(lines, 'TRANSP'))?.toUpperCase();
  const isFree = shown !== undefined && ['FREE', 'WORKINGELSEWHERE', 'TRANSPARENT'].includes(shown);
  // Programs show whole days as free unless they are told otherwise, so what isn't said counts as free there.
  return isAllDay ? allDayBlocks || (shown !== undefined && !isFree) : !isFree;
};

/** Returns how to find the end: by DTEND exactly so long after the start, by DURATION, or the end of the day. */
const endFinder = (lines: readonly Line[], start: Moment, clocks: Clocks): Event['endsAfter'] => {
  const [end = null] = named(lines, 'DTEND').map((line) => momentOf(line.value, line, clocks));
  if (end !== null && start.isDate) {
    const days = Math.max(1, start.wall.toPlainDate().until(end.wall.toPlainDate()).days);
    return (moment) => endOf(moment, { days, ms: 0 });
  }
  if (end !== null) {
    const ms = Math.max(0, end.instant - start.instant);
    return ({ instant }) => instant + ms;
  }
  const length = lengthOf(valueOf(lines, 'DURATION') ?? '') ?? { days: start.isDate ? 1 : 0, ms: 0 };
  return (moment) => endOf(moment, length);
};

const eventOf = ({ lines }: Component, clocks: Clocks, reading: Reading): Event | null => {
  const uid = valueOf(lines, 'UID') ?? '';
  const [dtstart] = named(lines, 'DTSTART');
  const start = dtstart === undefined ? null : momentOf(dtstart.value, dtstart, clocks);
  if (start === null || isOwnUid(uid)) return null;
  const [recurrence = null] = momentsOf(named(lines, 'RECURRENCE-ID'), clocks);
  const isAllDay = start.isDate || valueOf(lines, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.toUpperCase() === 'TRUE';
  return {
    uid,
    lines,
    start,
    recurrence,
    isBusy: isBusy(lines, isAllDay, reading),
    endsAfter: endFinder(lines, start, clocks),
  };
};

/** What a series leaves out: moments, and days where either side is a date. */
const exceptionsOf = (event: Event, others: readonly Event[], clocks: Clocks) => {
  const left = [
    ...momentsOf(named(event.lines, 'EXDATE'), clocks),
    ...others.flatMap(({ recurrence }) => (recurrence === null ? [] : [recurrence])),
  ];
  const instants = new Set(left.filter(({ isDate }) => !isDate).map(({ instant }) => instant));
  const days = new Set(
    left.filter(({ isDate }) => isDate || event.start.isDate).map((moment) => dayOf(moment, clocks.atHome)),
  );
  return ({ wall, instant }: Moment): boolean =>
    instants.has(instant) || (days.size > 0 && days.has(wall.toPlainDate().toString()));
};

/** Returns when a series takes time, without its exceptions. */
const timesOf = (event: Event, others: readonly Event[], clocks: Clocks, { range }: Reading): Interval[] => {
  const { start, lines } = event;
  const length = event.endsAfter(start) - start.instant;
  // An exception has one time of its own, whatever rule a program has left in it.
  const rules = event.recurrence === null ? named(lines, 'RRULE').map(({ value }) => value) : [];
  const around = { from: range.from - length - dayMs, until: range.until + dayMs };
  const walls =
    rules.length === 0 ? [start.wall] : rules.flatMap((rule) => startsOf(rule, start, around, clocks.atHome));
  const starts = [
    ...walls.map((wall) => ({ ...start, wall, instant: start.clock.instantOf(wall) })),
    ...momentsOf(named(lines, 'RDATE'), clocks),
  ];
  const isLeftOut = exceptionsOf(event, others, clocks);
  return starts
    .filter((moment) => !isLeftOut(moment))
    .map((moment) => ({ from: moment.instant, until: event.endsAfter(moment) }));
};

/** Returns the times of a VFREEBUSY, which are in UTC: from one moment to another, or for so long. */
const listedTimes = ({ lines }: Component, clocks: Clocks): Interval[] =>
  named(lines, 'FREEBUSY')
    .filter(({ parameters }) => parameters.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .flatMap((line) =>
      line.value.split(',').flatMap((period) => {
        const [first = '', last = ''] = period.split('/');
        const from = momentOf(first, line, clocks);
        const until = momentOf(last, line, clocks)?.instant;
        const length = lengthOf(last);
        if (from === null || (until === undefined && length === null)) return [];
        return [{ from: from.instant, until: until ?? endOf(from, length ?? { days: 0, ms: 0 }) }];
      }),
    );

/**
 * Returns when a calendar says that its owner is busy, in order, those that touch made one; nothing else of it.
 *
 * @param text an iCalendar file (RFC 5545)
 * @throws UnreadCalendar for a text that is no calendar, or one with too much in it
 */
export const busyTimesIn = (text: string, reading: Reading): Interval[] => {
  const calendar = calendarText(text);
  if (calendar === null) throw new UnreadCalendar('not-a-calendar');
  const { components, zones } = calendar;
  if (components.length > maxEvents) throw new UnreadCalendar('too-many-events');
  const atHome = clockOf(reading.timeZone);
  const clocks = { atHome, clockOf: createClocks(zones, atHome) };
  const events = components.flatMap((component) =>
    component.kind === 'VEVENT' ? (eventOf(component, clocks, reading) ?? []) : [],
  );
  const exceptions = Map.groupBy(
    events.filter(({ recurrence }) => recurrence !== null),
    ({ uid }) => uid,
  );
  const { range } = reading;
  const times: Interval[] = components.flatMap((component) =>
    component.kind === 'VFREEBUSY' ? listedTimes(component, clocks) : [],
  );
  for (const event of events) {
    if (!event.isBusy) continue;
    const others = event.recurrence === null ? (exceptions.get(event.uid) ?? []) : [];
    for (const { from, until } of timesOf(event, others, clocks, reading))
      if (from < range.until && until > range.from)
        times.push({ from: Math.max(from, range.from), until: Math.min(until, range.until) });
    if (times.length > maxOccurrences) throw new UnreadCalendar('too-many-events');
  }
  const busy = merged(times);
  if (busy.length > maxBusyTimes) throw new UnreadCalendar('too-many-events');
  return busy;
};
