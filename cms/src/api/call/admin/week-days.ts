import { type BusyTime, type CallBlock, type CallWeek, isoDay, type ListedCall } from 'shared';
import { isOnDay, partOfDay, weekFrom } from './call-times';

/** Something in a day besides free times, in the words of `partOfDay`. */
export type DayItem =
  | { kind: 'call'; starts: string; call: ListedCall }
  /** `isFirst`: it is on no day of the week before this one. */
  | { kind: 'block'; starts: string; part: string; block: CallBlock; isFirst: boolean }
  | { kind: 'busy'; starts: string; part: string; calendar: string };

export interface WeekDay {
  day: string;
  items: DayItem[];
  slots: string[];
}

const order = (item: DayItem): number => ['block', 'busy', 'call'].indexOf(item.kind);

/** Returns a week's days with what they have, in the order of its beginning. */
export const daysOf = ({ from, timeZone, calls, blocks, busy, slots }: CallWeek): WeekDay[] => {
  const seen = new Set<number>();
  const isFirst = (number: number): boolean => {
    const isNew = !seen.has(number);
    seen.add(number);
    return isNew;
  };
  return weekFrom(from).map((day) => {
    const touches = (time: CallBlock | BusyTime): boolean => isOnDay(time, day, timeZone);
    const items: DayItem[] = [
      ...calls
        .filter(({ starts }) => isoDay(starts, timeZone) === day)
        .map((call) => ({ kind: 'call' as const, starts: call.starts, call })),
      ...blocks.filter(touches).map((block) => ({
        kind: 'block' as const,
        starts: block.starts,
        part: partOfDay(block, day, timeZone),
        block,
        isFirst: isFirst(block.number),
      })),
      ...busy.filter(touches).map((time) => ({
        kind: 'busy' as const,
        starts: time.starts,
        part: partOfDay(time, day, timeZone),
        calendar: time.calendar,
      })),
    ];
    return {
      day,
      items: items.toSorted((a, b) => a.starts.localeCompare(b.starts) || order(a) - order(b)),
      slots: slots.filter((slot) => isoDay(slot, timeZone) === day),
    };
  });
};

/** Returns how many calls of some days took place or are to take place. */
export const callsIn = (days: readonly WeekDay[]): number =>
  days.flatMap(({ items }) => items).filter((item) => item.kind === 'call' && item.call.state === 'booked').length;
