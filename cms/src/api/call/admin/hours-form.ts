import type { OpenHours } from 'shared';
import { pluralise } from '#src/admin/components/labels';

/** Hours of a weekday as they are typed: `from` and `to` are `HH:mm`, or empty. */
export interface TypedHours {
  /** Stays the same while the hours are edited. */
  readonly key: string;
  /** From 1 on Mondays to 7 on Sundays. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Returns `Monday` for 1. */
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? '';

let made = 0;
const withKey = (hours: Omit<TypedHours, 'key'>): TypedHours => ({ ...hours, key: `hours-${(made += 1)}` });

/** A time input shows the midnight that ends a day as `00:00`. */
const midnight = '24:00';

const inOrder = (hours: readonly TypedHours[]): TypedHours[] =>
  hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));

/** Returns stored hours for the form. */
export const typedHours = (hours: readonly OpenHours[]): TypedHours[] =>
  inOrder(hours.map(({ weekday, from, to }) => withKey({ weekday, from, to: to === midnight ? '00:00' : to })));

/** Returns what was typed as it is stored, in order. */
export const storedHours = (hours: readonly TypedHours[]): OpenHours[] =>
  inOrder(hours).map(({ weekday, from, to }) => ({ weekday, from, to: to === '00:00' ? midnight : to }));

/** Returns the hours of a weekday, in the order in which they were added. */
export const hoursOn = (hours: readonly TypedHours[], weekday: number): TypedHours[] =>
  hours.filter((range) => range.weekday === weekday);

/** Returns what a weekday's next hours are at first: the morning, then the afternoon, then what is left to type. */
const nextHours = (ofDay: readonly TypedHours[]): Pick<TypedHours, 'from' | 'to'> => {
  if (ofDay.length === 0) return { from: '09:00', to: '12:00' };
  return ofDay.every(({ to }) => to !== '' && to !== '00:00' && to <= '14:00')
    ? { from: '14:00', to: '17:00' }
    : { from: '', to: '' };
};

/** Adds hours to a weekday. */
export const addHours = (hours: readonly TypedHours[], weekday: number): TypedHours[] => [
  ...hours,
  withKey({ weekday, ...nextHours(hoursOn(hours, weekday)) }),
];

export const removeHours = (hours: readonly TypedHours[], key: string): TypedHours[] =>
  hours.filter((range) => range.key !== key);

export const changeHours = (
  hours: readonly TypedHours[],
  key: string,
  change: Partial<Pick<TypedHours, 'from' | 'to'>>,
): TypedHours[] => hours.map((range) => (range.key === key ? { ...range, ...change } : range));

/** Gives other weekdays the hours of one, in place of their own. */
export const copyHours = (hours: readonly TypedHours[], from: number, weekdays: readonly number[]): TypedHours[] => [
  ...hours.filter(({ weekday }) => !weekdays.includes(weekday)),
  ...weekdays.flatMap((weekday) => hoursOn(hours, from).map((range) => withKey({ ...range, weekday }))),
];

const endOf = ({ to }: TypedHours): string => (to === '00:00' ? midnight : to);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const errorOf = (range: TypedHours, others: readonly TypedHours[], minutes: number): string | undefined => {
  const { from, weekday } = range;
  const to = endOf(range);
  if (from === '' || to === '') return 'Enter when these hours begin and end, or remove them.';
  if (!/[05]$/.test(from) || !/[05]$/.test(to)) return 'Enter times in steps of five minutes, such as 9:00 or 9:05.';
  if (from >= to) return 'The end must be after the start.';
  if (minutesOf(to) - minutesOf(from) < minutes) return `Too short for a call of ${pluralise(minutes, 'minute')}.`;
  const overlaps = others.some((other) => other.weekday === weekday && other.from < to && from < endOf(other));
  return overlaps ? 'These hours overlap with the hours above them.' : undefined;
};

/** Returns what is wrong with the hours, by their keys. @param minutes how long a call takes; 0 if that is wrong */
export const hoursErrors = (hours: readonly TypedHours[], minutes: number): Record<string, string> =>
  Object.fromEntries(
    hours.flatMap((range, index) => {
      const error = errorOf(
        range,
        hours.slice(0, index).filter(({ from, to }) => from !== '' && to !== ''),
        minutes,
      );
      return error === undefined ? [] : [[range.key, error] as const];
    }),
  );
