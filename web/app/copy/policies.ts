import {
  type CallSettings,
  type CommentSettings,
  type ContactSettings,
  keepSpaceDays,
  registrationHours,
  type WorkshopSettings,
} from 'shared';
import { moderationRule } from './comments';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Returns how comments work with the practice's current settings, one sentence for each setting. */
export const commentRules = (settings: CommentSettings): string[] => [
  moderationRule(settings.moderated) ?? '',
  settings.readersMayReply
    ? 'Readers can reply to each other.'
    : 'Readers can’t reply to each other here. Only the counsellor replies.',
  settings.closeAfterDays === null
    ? 'Comments on a post stay open until we close them.'
    : `Comments on a post close ${days(settings.closeAfterDays)} after it is published.`,
];

/** Returns how long comments are kept with the practice's current settings. */
export const commentRetention = (settings: CommentSettings): string[] => [
  'A published comment stays until you, or we, delete it.',
  `A note that only the counsellor reads is deleted ${days(settings.keepNotesDays)} after it was read.`,
  `A declined comment is deleted ${days(settings.keepDeclinedDays)} after the decision.`,
  `Spam is deleted after ${days(settings.keepSpamDays)}.`,
  `An email address is deleted ${days(settings.keepAddressDays)} after we last used it.`,
  'Nothing is deleted before it has been read. If the law or someone’s safety requires it, we can keep a single item for longer, with a date to review that.',
];

/** Returns how long the data of workshop participants is kept with the practice's current settings. */
export const participantRetention = ({ keepDays }: WorkshopSettings): string[] => [
  `Everything that participants tell us is deleted ${days(keepDays)} after the last session of their workshop. Each workshop’s page shows the date.`,
  `A registration that isn’t confirmed is deleted after ${registrationHours.pending} hours.`,
  'For a certificate, we keep its number, what it is for, and a code made from the name.',
];

/** Returns how long messages of the contact form are kept with the practice's current settings. */
export const messageRetention = ({ spaceList, keepDays, keepDataDays }: ContactSettings): string[] => [
  `A message is deleted ${days(keepDays)} after it was answered, and until then it stays.`,
  `A request or a complaint about personal data is deleted ${days(keepDataDays)} after it was answered, because the regulator may ask how we dealt with it.`,
  ...(spaceList
    ? [
        `The address of someone who asked to hear when there is space is deleted once they were told, and after ${days(keepSpaceDays)} in any case.`,
      ]
    : []),
  'What you withdraw with your private link is deleted at once. It may stay in backups for 35 days.',
];

/** Returns how long calls are kept with the practice's current settings. */
export const callRetention = ({ keepDays }: CallSettings): string[] => [
  `A call and everything you entered for it is deleted ${days(keepDays)} after it, or after it was cancelled.`,
  'It may stay in backups for 35 days.',
];
