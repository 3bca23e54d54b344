import type { CommentSettings } from 'shared';

/** How she hears of what is waiting: a mail each without words, a mail each with words and links, or one a day. */
type CommentMail = 'discreet' | 'full' | 'digest';

/** The practice's settings of comments as they are stored; nothing is stored before she has saved the practice once. */
export interface StoredCommentSettings extends Partial<CommentSettings> {
  awayUntil?: string | Date | null;
  awayMessage?: string | null;
  mail?: CommentMail;
  mailTo?: string | null;
  wordList?: string | null;
}

export const usualCommentSettings: CommentSettings = {
  holds: 'all',
  readersMayReply: true,
  closeAfterDays: null,
  keepAddressDays: 365,
  keepSpamDays: 30,
  keepDeclinedDays: 90,
  keepNotesDays: 180,
};

/** What readers may know of them, complete. */
export const commentSettings = (stored: StoredCommentSettings | null): CommentSettings =>
  Object.fromEntries(
    Object.entries(usualCommentSettings).map(([name, usual]) => [
      name,
      stored?.[name as keyof CommentSettings] ?? usual,
    ]),
  ) as CommentSettings;

/** Her own words that mark spam, one a line in the settings. */
export const wordListOf = (stored: StoredCommentSettings | null): string[] =>
  (stored?.wordList ?? '')
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '');
