import { clockWords } from 'shared';
import type { FieldError } from '#src/documents/check-before-publishing';

/** A session as it stands in a form or in the database: `2026-06-13`, `10:00` or `10:00:00.000`. */
interface TypedSession {
  readonly day?: unknown;
  readonly starts?: unknown;
  readonly ends?: unknown;
}

/** Minutes on the clock of the workshop's zone, counted from some day. */
interface Span {
  starts: number;
  ends: number;
}

/** A longer session is more likely a mistyped time. */
const maxHours = 12;
/** An earlier year is mistyped. */
const earliestDay = '1990-01-01';

const dayMinutes = 24 * 60;

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{2}:\d{2}/.test(value);

const minutesOf = (day: string, time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (Date.parse(`${day}T00:00:00Z`) / 86_400_000) * dayMinutes + hours * 60 + minutes + seconds / 60;
};

/**
 * Returns when a session is; it ends on the next day if its end is earlier than its start. Null: not all is entered.
 */
const spanOf = ({ day, starts, ends }: TypedSession): Span | null => {
  if (!isDay(day) || !isTime(starts) || !isTime(ends)) return null;
  return { starts: minutesOf(day, starts), ends: minutesOf(day, ends) + (ends < starts ? dayMinutes : 0) };
};

const lengthWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} hours` : `${hours} hours ${minutes % 60} minutes`;
};

const problemOf = (session: TypedSession): string | null => {
  const span = spanOf(session);
  if (span === null) return null;
  const [day, ends] = [String(session.day), String(session.ends)];
  if (day < earliestDay) return `Check the year of this session: it is ${Number(day.slice(0, 4))}.`;
  const minutes = span.ends - span.starts;
  if (minutes === 0) return 'This session ends at the time it starts.';
  if (minutes <= maxHours * 60) return null;
  return ends < String(session.starts)
    ? `This session ends before it starts. Until ${clockWords(ends)} the next day it would last ${lengthWords(minutes)}.`
    : `This session would last ${lengthWords(minutes)}. Check both times, or make two sessions of it.`;
};

/** Returns the sessions that can't be meant: too long, ending before they start, or beginning during an earlier one. */
export const sessionErrors = (sessions: readonly TypedSession[]): FieldError[] =>
  sessions.flatMap((session, index): FieldError[] => {
    const message = problemOf(session);
    if (message !== null) return [{ field: `sessions.${index}.ends`, message }];
    const span = spanOf(session);
    const earlier = sessions.slice(0, index).findIndex((other) => {
      const before = problemOf(other) === null ? spanOf(other) : null;
      return span !== null && before !== null && span.starts < before.ends;
    });
    return earlier === -1
      ? []
      : [
          {
            field: `sessions.${index}.day`,
            message: `Session ${index + 1} begins before session ${earlier + 1} has ended. Put them in order.`,
          },
        ];
  });

/** Registration as it is entered: days, and times of these days. */
export interface TypedRegistration {
  readonly sessions?: unknown;
  readonly opensDay?: unknown;
  readonly opensTime?: unknown;
  readonly closesDay?: unknown;
  readonly closesTime?: unknown;
}

/** Returns what is wrong with a closing that has no effect: nobody can register for a workshop that has started. */
const closingErrors = ({ sessions, closesDay, closesTime }: TypedRegistration): FieldError[] => {
  const [first] = sessionsIn(sessions);
  const starts = first && spanOf(first)?.starts;
  if (starts === undefined || !isDay(closesDay)) return [];
  // Without a time, it is the end of the day, or the start of a workshop on that day.
  const isLate = isTime(closesTime) ? minutesOf(closesDay, closesTime) > starts : closesDay > String(first?.day);
  if (!isLate) return [];
  const [field, what] = closesDay === first?.day ? ['closesTime', 'time'] : ['closesDay', 'day'];
  const advice = `Choose an earlier ${what}, or leave this empty: it then closes at the start.`;
  return [{ field, message: `Registration would close after the workshop starts. ${advice}` }];
};

/** Returns what is wrong with the days on which registration opens and closes. */
export const registrationErrors = (typed: TypedRegistration): FieldError[] => {
  const { opensDay, opensTime, closesDay, closesTime } = typed;
  if (isTime(opensTime) && !isDay(opensDay))
    return [{ field: 'opensDay', message: 'Enter the day when registration opens, or leave the time empty.' }];
  if (isTime(closesTime) && !isDay(closesDay))
    return [{ field: 'closesDay', message: 'Enter the day when registration closes, or leave the time empty.' }];
  const late = closingErrors(typed);
  if (!isDay(opensDay)) return late;
  const opens = minutesOf(opensDay, isTime(opensTime) ? opensTime : '00:00');
  const closes = isDay(closesDay) ? minutesOf(closesDay, isTime(closesTime) ? closesTime : '24:00') : Infinity;
  const [first] = sessionsIn(typed.sessions);
  const starts = (first && spanOf(first)?.starts) ?? Infinity;
  return opens >= Math.min(closes, starts)
    ? [
        {
          field: 'opensDay',
          message: 'Registration would open after it closes, or after the workshop starts. Choose an earlier day.',
        },
        ...late,
      ]
    : late;
};

const sessionsIn = (value: unknown): TypedSession[] => (Array.isArray(value) ? (value as TypedSession[]) : []);

/**
 * Returns the sessions on days that have passed: nobody can come any more. A session that readers know of may have
 * taken place, and its times may be corrected.
 * @param known the days of the sessions that have been published
 */
export const pastSessionErrors = (
  sessions: readonly TypedSession[],
  known: readonly unknown[],
  today: string,
): FieldError[] =>
  sessions.flatMap(({ day }, index) =>
    isDay(day) && day < today && day >= earliestDay && !known.includes(day)
      ? [
          {
            field: `sessions.${index}.day`,
            message: 'This day has passed, so the session can’t be published. Check the day and the year.',
          },
        ]
      : [],
  );

/**
 * Returns what is said beside the dates of a workshop's form while they are typed.
 * @param values what the form holds
 * @param opened what it was opened with, and whether readers see a version of it
 */
export const typedWorkshopDates = (
  values: TypedRegistration,
  now: Date,
  { saved, isOnSite }: { saved: TypedRegistration; isOnSite: boolean },
): FieldError[] => {
  const sessions = sessionsIn(values.sessions);
  const known = isOnSite ? sessionsIn(saved.sessions).map(({ day }) => day) : [];
  return [
    ...sessionErrors(sessions),
    ...pastSessionErrors(sessions, known, now.toISOString().slice(0, 10)),
    ...registrationErrors(values),
  ];
};
