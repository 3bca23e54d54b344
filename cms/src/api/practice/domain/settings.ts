import type { CommentSettings, WorkshopSettings } from 'shared';

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

/**
 * Returns what is entered into the practice, with the usual settings instead of none: emptying them in the admin takes
 * them back to what they were at first, and they stay there to be seen.
 */
export const withUsualSettings = <Entered extends Readonly<Record<string, unknown>>>(entered: Entered): Entered => ({
  ...entered,
  ...(entered.comments === null && { comments: { ...usualCommentSettings } }),
  ...(entered.workshops === null && { workshops: { ...usualWorkshopSettings } }),
});
