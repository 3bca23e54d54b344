import type { FieldError } from '#src/documents/check-before-publishing';

/** The days that count as today, as `2027-01-09`: in the UK and in UTC, which differ for an hour of summer nights. */
export const daysOf = (now: Date): string[] => [londonDay.format(now), now.toISOString().slice(0, 10)];

const londonDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });

/** Returns what is wrong with the end of the time away; it may be empty. */
export const awayError = (until: unknown, now: Date): string | null => {
  const date = new Date(typeof until === 'string' || until instanceof Date ? until : Number.NaN);
  return Number.isNaN(date.getTime()) || date > now
    ? null
    : 'This time has already passed. Choose a later one, or leave it empty.';
};

/** A check longer ago is a mistyped year: no service keeps its number unchecked for so long. */
const maxYearsSinceCheck = 10;

/** Returns what is wrong with the day on which a help line or a credential was checked. */
export const checkedError = (day: unknown, now: Date): string | null => {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const days = daysOf(now);
  if (days.every((today) => day > today)) return 'This day is in the future. Enter the day on which you checked it.';
  const earliest = `${Number(days[0]?.slice(0, 4)) - maxYearsSinceCheck}${days[0]?.slice(4)}`;
  return day < earliest ? 'This day is too long ago. Enter the day on which you checked it.' : null;
};

const errorIn = (field: string, message: string | null): FieldError[] => (message === null ? [] : [{ field, message }]);

/** The dates of the practice's form. */
interface TypedDates {
  readonly awayUntil?: unknown;
  readonly helpLines?: unknown;
  readonly credentials?: unknown;
}

/**
 * Returns what is said beside the dates of the practice's form while they are typed.
 * @param opened what it was opened with: a time away that has passed since is nobody's mistake
 */
export const typedPracticeDates = (
  { awayUntil, helpLines, credentials }: TypedDates,
  now: Date,
  { saved }: { saved: TypedDates },
): FieldError[] => [
  ...errorIn('awayUntil', awayUntil === saved.awayUntil ? null : awayError(awayUntil, now)),
  ...Object.entries({ helpLines, credentials }).flatMap(([list, entries]) =>
    (Array.isArray(entries) ? (entries as { checked?: unknown }[]) : []).flatMap(({ checked }, index) =>
      errorIn(`${list}.${index}.checked`, checkedError(checked, now)),
    ),
  ),
];
