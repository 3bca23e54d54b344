import { type EnquiryKind, isAboutData, type MessageDeadline } from 'shared';
import type { BankHolidayNation } from '#src/api/practice/domain/bank-holidays';
import { nextWorkingDay, usualWorkingWeek } from '#src/api/practice/domain/working-days';
import { dayAfter, monthAfter } from '#src/time/days';

/** Within so many days a complaint about personal data is acknowledged (Data Protection Act 2018, section 164A). */
const acknowledgeDays = 30;

/** So many days ahead a day that the law sets is near. */
export const nearDays = 7;

/**
 * Returns the day by which the law wants a message dealt with; null for kinds without such a day. The time begins on
 * the day after it arrived; where it would end on a weekend or a bank holiday, it ends on the next working day.
 *
 * @param arrived the local day on which it arrived
 * @see https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/
 */
export const dueDay = (kind: EnquiryKind, arrived: string, bankHolidays: BankHolidayNation | null): string | null => {
  const days = { workingWeek: usualWorkingWeek, bankHolidays: bankHolidays ?? 'England and Wales' };
  if (kind === 'data-complaint') return nextWorkingDay(days, dayAfter(arrived, acknowledgeDays));
  return kind === 'data-request' ? nextWorkingDay(days, monthAfter(arrived)) : null;
};

/** Returns whether the counsellor's own promise of a day holds for a kind: for the others, the law says by when. */
export const isPromised = (kind: EnquiryKind): boolean => kind !== 'space' && !isAboutData(kind);

interface Facts {
  kind: EnquiryKind;
  state: 'open' | 'answered';
  due_on: string | null;
  acknowledged_at: Date | number | null;
}

/** Returns what the law still asks of a message, and by when; null if nothing (any more). */
export const deadlineOf = ({ kind, state, due_on, acknowledged_at }: Facts): MessageDeadline | null => {
  if (due_on === null || state === 'answered') return null;
  if (kind === 'data-complaint') return acknowledged_at === null ? { duty: 'acknowledge', day: due_on } : null;
  return { duty: 'answer', day: due_on };
};
