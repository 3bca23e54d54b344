import type { Core } from '@strapi/strapi';
import { type Away, timeZones } from 'shared';
import { booleanOf, type StoredBoolean } from '#src/database/stored-values';
import { inReadTransaction, selectRaw } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { textOrNull } from '#src/text/text-or-null';
import { type StoredCommentSettings, usualCommentSettings } from './domain/settings';

/** The columns of the practice that `awayOf` reads. */
export interface StoredAway {
  awayUntil: string | number | Date | null;
  awayMessage: string | null;
}

/** Returns until when the counsellor is away and what readers are told; null if no time is entered. */
export const awayOf = ({ awayUntil, awayMessage }: StoredAway): Away | null =>
  awayUntil === null ? null : { until: instantOf(awayUntil), message: textOrNull(awayMessage) };

/** What posts and comments need to know of the practice: the name under the counsellor's replies, and the settings. */
export interface PracticeOfComments {
  counsellor: string | null;
  name: string | null;
  /** The IANA zone in which the counsellor works. */
  timeZone: string;
  settings: StoredCommentSettings | null;
  /** Null if she has entered no time; it may have passed. */
  away: Away | null;
}

/**
 * Written out, because a page that is not in the cache waits for it: Strapi's query engine makes two statements of it.
 */
const commentsStatement = `
  select p.counsellor, p.name, p.time_zone as "timeZone", p.away_until as "awayUntil", p.away_message as "awayMessage",
    s.id as "settingsId", s.moderated, s.readers_may_reply as "readersMayReply",
    s.close_after_days as "closeAfterDays", s.mail, s.mail_to as "mailTo", s.word_list as "wordList",
    s.keep_address_days as "keepAddressDays", s.keep_spam_days as "keepSpamDays",
    s.keep_declined_days as "keepDeclinedDays", s.keep_notes_days as "keepNotesDays"
  from practices p
  left join practices_cmps with_settings on with_settings.entity_id = p.id and with_settings.field = 'comments'
  left join components_comment_settings s on s.id = with_settings.cmp_id
  limit 1`;

interface CommentsRow extends Required<Omit<StoredCommentSettings, 'readersMayReply'>> {
  counsellor: string;
  name: string;
  timeZone: string | null;
  awayUntil: Date | number | null;
  awayMessage: string | null;
  settingsId: number | null;
  readersMayReply: StoredBoolean | null;
}

const settingsIn = (row: CommentsRow): StoredCommentSettings | null => {
  if (row.settingsId === null) return null;
  const { moderated, closeAfterDays, mail, mailTo, wordList } = row;
  const { keepAddressDays, keepSpamDays, keepDeclinedDays, keepNotesDays } = row;
  const readersMayReply = booleanOf(row.readersMayReply) ?? usualCommentSettings.readersMayReply;
  const periods = { keepAddressDays, keepSpamDays, keepDeclinedDays, keepNotesDays };
  return { moderated, readersMayReply, closeAfterDays, mail, mailTo, wordList, ...periods };
};

/** Joins the transaction that is open. */
export const practiceOfComments = async (strapi: Core.Strapi): Promise<PracticeOfComments> => {
  const [row] = await inReadTransaction(strapi, (uow) => selectRaw<CommentsRow>(uow, commentsStatement, []));
  return {
    counsellor: row?.counsellor ?? null,
    name: row?.name ?? null,
    timeZone: row?.timeZone ?? timeZones[0],
    settings: row === undefined ? null : settingsIn(row),
    away: row === undefined ? null : awayOf(row),
  };
};

/** Returns until when the counsellor is away (ISO 8601); null if they are not. Joins the transaction that is open. */
export const awayUntil = async (strapi: Core.Strapi, now: Date): Promise<string | null> => {
  const { away } = await practiceOfComments(strapi);
  return away !== null && new Date(away.until) > now ? away.until : null;
};
