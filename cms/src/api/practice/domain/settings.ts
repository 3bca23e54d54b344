import type { CallSettings, CommentSettings, ContactSettings, WorkshopSettings } from 'shared';
import type { BankHolidayNation } from './bank-holidays';
import { type ReplyTimes, usualWorkingWeek, weekdays, type WorkingWeek } from './working-days';

/**
 * How the counsellor hears of new comments: an email each without their text, one each with text and links, or a digest
 * a day.
 */
type CommentMail = 'discreet' | 'full' | 'digest';

/** The practice's settings of comments as they are stored; nothing is stored before the practice was saved once. */
export interface StoredCommentSettings extends Partial<CommentSettings> {
  mail?: CommentMail;
  mailTo?: string | null;
  wordList?: string | null;
}

export const usualCommentSettings: CommentSettings = {
  moderated: 'all',
  readersMayReply: true,
  closeAfterDays: null,
  keepAddressDays: 365,
  keepSpamDays: 30,
  keepDeclinedDays: 90,
  keepNotesDays: 180,
};

/** Returns what readers may know of the settings, with the usual value where nothing is stored. */
export const commentSettings = (stored: StoredCommentSettings | null): CommentSettings =>
  Object.fromEntries(
    Object.entries(usualCommentSettings).map(([name, usual]) => [
      name,
      stored?.[name as keyof CommentSettings] ?? usual,
    ]),
  ) as CommentSettings;

/** Returns the counsellor's own words that mark spam, one a line in the settings. */
export const wordListOf = (stored: StoredCommentSettings | null): string[] =>
  (stored?.wordList ?? '')
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The practice's settings of workshops as they are stored; nothing is stored before the practice was saved once. */
export interface StoredWorkshopSettings {
  shown?: boolean | null;
  howToPay?: string | null;
  keepDays?: number | null;
}

export const usualWorkshopSettings: WorkshopSettings = { shown: true, keepDays: 90 };

/** Returns what readers may know of the settings, with the usual value where nothing is stored. */
export const workshopSettings = (stored: StoredWorkshopSettings | null): WorkshopSettings => ({
  shown: stored?.shown ?? usualWorkshopSettings.shown,
  keepDays: stored?.keepDays ?? usualWorkshopSettings.keepDays,
});

/** The practice's settings of the contact form as they are stored; nothing is stored before it was saved once. */
export interface StoredContactSettings extends Partial<Record<keyof WorkingWeek, boolean | null>> {
  spaceList?: boolean | null;
  replyDays?: number | null;
  bankHolidays?: BankHolidayNation | 'No bank holidays' | null;
  keepDays?: number | null;
  keepDataDays?: number | null;
}

/** The settings as they are without an entry. */
export const usualContactSettings = {
  ...usualWorkingWeek,
  spaceList: true,
  replyDays: 2,
  bankHolidays: 'England and Wales',
  keepDays: 90,
  keepDataDays: 365,
} as const satisfies StoredContactSettings;

/** Returns what readers may know of the settings, with the usual value where nothing is stored. */
export const contactSettings = (stored: StoredContactSettings | null): ContactSettings => ({
  spaceList: stored?.spaceList ?? usualContactSettings.spaceList,
  keepDays: stored?.keepDays ?? usualContactSettings.keepDays,
  keepDataDays: stored?.keepDataDays ?? usualContactSettings.keepDataDays,
});

/** No calls can be booked before the counsellor has opened them. */
export const usualCallSettings: CallSettings = { isOpen: false, keepDays: 14 };

/** Returns what readers may know of the rules of introductory calls, with the usual value where nothing is stored. */
export const callSettings = (stored: Partial<CallSettings> | null): CallSettings => ({
  isOpen: stored?.isOpen ?? usualCallSettings.isOpen,
  keepDays: stored?.keepDays ?? usualCallSettings.keepDays,
});

/** Returns what the promise of a day is counted from, with the usual value where nothing is stored. */
export const replyTimes = (stored: StoredContactSettings | null): ReplyTimes => {
  const bankHolidays = stored?.bankHolidays ?? usualContactSettings.bankHolidays;
  return {
    workingWeek: Object.fromEntries(
      weekdays.map((weekday) => [weekday, stored?.[weekday] ?? usualWorkingWeek[weekday]]),
    ) as unknown as WorkingWeek,
    replyDays: stored?.replyDays ?? usualContactSettings.replyDays,
    bankHolidays: bankHolidays === 'No bank holidays' ? null : bankHolidays,
  };
};

/**
 * Returns what is entered into the practice, with the usual settings instead of none: emptying them in the admin takes
 * them back to what they were at first, and they stay there to be seen.
 */
export const withUsualSettings = <Entered extends Readonly<Record<string, unknown>>>(entered: Entered): Entered => ({
  ...entered,
  ...(entered.comments === null && { comments: { ...usualCommentSettings } }),
  ...(entered.workshops === null && { workshops: { ...usualWorkshopSettings } }),
  ...(entered.contact === null && { contact: { ...usualContactSettings } }),
});
