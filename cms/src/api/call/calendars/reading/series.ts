import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#src/api/call/domain/intervals';
import { UnreadCalendar } from './calendar-request';
import { dayOf, type Moment, momentOf } from './moments';
import { type Clock, utc } from './zones';

const dayMs = 86_400_000;
/** How many steps a rule may take to where it is looked at; one a day since 1990 takes none, without a COUNT. */
const maxSteps = 20_000;

const partOf = (rule: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)${name}=([^;]*)`, 'i').exec(rule)?.[1]?.trim();

/** Writes a wall time as if it were in UTC: rules are worked out on the wall, and clocks come afterwards. */
const written = (wall: Temporal.PlainDateTime): string =>
  `${wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`;

/** Returns a rule whose UNTIL is a time on the wall of the series' clock, wherever it was one before. */
const onTheWall = (rule: string, start: Moment, atHome: Clock): string => {
  const until = partOf(rule, 'UNTIL');
  const end =
    until === undefined
      ? null
      : momentOf(until, { parameters: new Map() }, { atHome: start.clock, clockOf: () => start.clock });
  const without = rule
    .split(';')
    .filter((part) => part !== '' && !/^(?:UNTIL|RSCALE|SKIP)=/i.test(part))
    .join(';');
  if (end === null) return without;
  const lastOfDay = (day: string): string => written(Temporal.PlainDateTime.from(`${day}T23:59:59`));
  if (start.isDate) return `${without};UNTIL=${lastOfDay(dayOf(end, atHome))}`;
  // A date ends a series of times after that day, so that no time is lost to an imprecise program.
  if (end.isDate) return `${without};UNTIL=${lastOfDay(end.wall.toPlainDate().toString())}`;
  return `${without};UNTIL=${written(start.clock.wallAt(end.instant))}`;
};

/** Returns whether a series with a COUNT is certain to be over: working that out takes as many steps as it has. */
const isLongOver = (rule: string, start: Moment, from: number): boolean => {
  const count = Number(partOf(rule, 'COUNT') ?? Number.NaN);
  const interval = Number(partOf(rule, 'INTERVAL') ?? 1);
  if (!(count > 0 && interval > 0) || /(?:^|;)BY(?!DAY=)/i.test(rule)) return false;
  const days = partOf(rule, 'BYDAY');
  const frequency = partOf(rule, 'FREQ')?.toUpperCase();
  const span =
    frequency === 'DAILY' && days === undefined
      ? count * interval
      : frequency === 'WEEKLY'
        ? (Math.ceil(count / (days?.split(',').length ?? 1)) + 1) * interval * 7
        : Infinity;
  return start.instant + (span + 2) * dayMs < from;
};

/**
 * Returns when a series begins each time, as times on the wall that may matter within a time (milliseconds since 1970):
 * a day more on either side, because the wall's clock is not known here. A rule that makes no sense has one time.
 *
 * @throws UnreadCalendar for a rule that takes too many steps
 */
export const startsOf = (rule: string, start: Moment, range: Interval, atHome: Clock): Temporal.PlainDateTime[] => {
  if (isLongOver(rule, start, range.from)) return [];
  if (!/^[1-9]\d*$/.test(partOf(rule, 'COUNT') ?? '1')) return [start.wall];
  const [from, until] = [range.from - dayMs, range.until + dayMs];
  try {
    const series = new RRuleTemporal({
      rruleString: `DTSTART:${written(start.wall)}\nRRULE:${onTheWall(rule, start, atHome)}`,
      temporal: Temporal,
      includeDtstart: true,
      cache: false,
      maxIterations: maxSteps,
      maxCandidateEvaluations: 10 * maxSteps,
    });
    return series
      .between(new Date(from), new Date(until), true)
      .map(({ epochMilliseconds }) => utc.wallAt(epochMilliseconds));
  } catch (error) {
    if (error instanceof Error && /exceeded/i.test(error.message)) throw new UnreadCalendar('too-many-events');
    return [start.wall];
  }
};
