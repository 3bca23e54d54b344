import { Temporal } from 'temporal-polyfill';
import type { Line } from './calendar-lines';
import { type Clock, utc } from './zones';

/** A date or time as a calendar writes it: on the wall of a clock. A date is its midnight. */
export interface Moment {
  readonly wall: Temporal.PlainDateTime;
  readonly isDate: boolean;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly instant: number;
}

/** `atHome`: the clock of dates and of times without a zone; `clockOf` finds that of a TZID. */
export interface Clocks {
  readonly atHome: Clock;
  readonly clockOf: (tzid: string) => Clock;
}

const basic = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;

/** Returns a date or time; null if it is none. Leap seconds and 24:00 are no times of RFC 5545. */
export const momentOf = (
  value: string,
  { parameters }: Pick<Line, 'parameters'>,
  { atHome, clockOf }: Clocks,
): Moment | null => {
  const [, year, month, day, hour, minute = '00', second = '00', isUtc] = basic.exec(value.trim()) ?? [];
  if (year === undefined) return null;
  const tzid = parameters.get('TZID');
  const isDate = hour === undefined;
  const clock = isUtc ? utc : isDate || tzid === undefined ? atHome : clockOf(tzid);
  try {
    const wall = Temporal.PlainDateTime.from(
      `${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second === '60' ? '59' : second}`,
    );
    return { wall, isDate, clock, instant: clock.instantOf(wall) };
  } catch {
    return null;
  }
};

/** Returns the moments of lines that may have several, such as EXDATE; of periods, their start. */
export const momentsOf = (lines: readonly Line[], clocks: Clocks): Moment[] =>
  lines.flatMap((line) =>
    line.value
      .split(',')
      .map((value) => momentOf(value.split('/')[0] ?? '', line, clocks))
      .filter((moment) => moment !== null),
  );

/**
 * Returns the day that a moment means in a series of whole days. Outlook writes exceptions of such a series as times:
 * midnight where the counsellor is, there or in UTC.
 */
export const dayOf = ({ wall, clock, instant }: Moment, atHome: Clock): string => {
  const isElsewhere = clock === utc && !wall.equals(wall.toPlainDate().toPlainDateTime());
  return (isElsewhere ? atHome.wallAt(instant) : wall).toPlainDate().toString();
};

/** A length as calendars have it: days by the calendar, the rest by the clock. */
interface Length {
  readonly days: number;
  readonly ms: number;
}

/** Returns a DURATION, such as `P1D` or `PT1H30M`; null if it is none, or less than nothing. */
export const lengthOf = (value: string): Length | null => {
  try {
    const { sign, weeks, days, hours, minutes, seconds } = Temporal.Duration.from(value.trim());
    return sign < 0 ? null : { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000 };
  } catch {
    return null;
  }
};

/** Returns the instant at which something ends that begins at a moment. */
export const endOf = ({ wall, clock, instant }: Moment, { days, ms }: Length): number =>
  (days === 0 ? instant : clock.instantOf(wall.add({ days }))) + ms;
