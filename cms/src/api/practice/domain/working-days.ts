import { dayAfter } from '#src/time/days';
import { type BankHolidayNation, isBankHoliday } from './bank-holidays';

/** In the order of `Date.getUTCDay`. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** On which days of the week the counsellor works. */
export type WorkingWeek = Readonly<Record<(typeof weekdays)[number], boolean>>;

export const usualWorkingWeek: WorkingWeek = {
  monday: true,
  tuesday: true,
  wednesday: true,
  thursday: true,
  friday: true,
  saturday: false,
  sunday: false,
};

/** When the counsellor works, and how soon she answers. */
export interface ReplyTimes {
  readonly workingWeek: WorkingWeek;
  /** In working days: with 1, a message is answered on the working day after the one on which it arrived. */
  readonly replyDays: number;
  readonly bankHolidays: BankHolidayNation | null;
}

/** So far ahead the next working day is looked for; with none in a year, every day counts. */
const maxDaysAhead = 366;

type WorkingDays = Omit<ReplyTimes, 'replyDays'>;

/** Returns whether the counsellor works on a day such as `2026-12-25`. */
export const isWorkingDay = ({ workingWeek, bankHolidays }: WorkingDays, day: string): boolean => {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  if (weekday === undefined || !workingWeek[weekday]) return false;
  return bankHolidays === null || !isBankHoliday(bankHolidays, day);
};

/** Returns the first working day from a day on, that day included. */
export const nextWorkingDay = (times: WorkingDays, day: string): string => {
  for (let ahead = 0; ahead <= maxDaysAhead; ahead += 1) {
    const candidate = dayAfter(day, ahead);
    if (isWorkingDay(times, candidate)) return candidate;
  }
  return day;
};

/**
 * Returns the day by which a message is answered that arrives on `arrived`: the working days are counted from the day
 * after it, or from the day on which the counsellor is back.
 *
 * @param backOn the day on which she is back; null if she is not away
 */
export const replyDay = (times: ReplyTimes, arrived: string, backOn: string | null): string => {
  let day = backOn !== null && backOn > arrived ? dayAfter(backOn, -1) : arrived;
  for (let counted = 0; counted < times.replyDays; counted += 1) day = nextWorkingDay(times, dayAfter(day, 1));
  return day;
};
