import type { CommentSettings, WorkshopSettings } from 'shared';
import { holdsWords } from './comment-words';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** How comments work as the practice has set it today: one sentence a setting. */
export const waysWords = (settings: CommentSettings): string[] => [
  holdsWords(settings.holds) ?? '',
  settings.readersMayReply
    ? 'Readers may answer each other.'
    : 'Readers don’t answer each other here; the counsellor may.',
  settings.closeAfterDays === null
    ? 'Comments on a post stay open until they are closed by hand.'
    : `Comments on a post close ${days(settings.closeAfterDays)} after it was published.`,
];

/** How long things are kept, as the practice has set it today. */
export const keepWords = (settings: CommentSettings): string[] => [
  'A comment that is on the page stays until you, or we, take it down.',
  `A note that only the counsellor reads is deleted ${days(settings.keepNotesDays)} after it was read.`,
  `A comment that was declined is deleted ${days(settings.keepDeclinedDays)} after that.`,
  `What was sorted out as spam is deleted after ${days(settings.keepSpamDays)}.`,
  `An email address is deleted ${days(settings.keepAddressDays)} after its last use.`,
  'Nothing that has not been read is deleted unread. Where the law or somebody’s safety asks for it, a single item can be kept for longer, with a date on which that is looked at again.',
];

/** The same for what participants of workshops tell us. */
export const participantWords = ({ keepDays }: WorkshopSettings): string[] => [
  `Everything that participants told us is deleted ${days(keepDays)} after the last session of their workshop. The page of each workshop names the day.`,
  'What was registered and is not confirmed is deleted after 24 hours.',
  'The number of a certificate, what it is for, and the trace of its name stay.',
];
