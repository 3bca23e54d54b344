import type { Core } from '@strapi/strapi';
import type { CommentState } from 'shared';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import {
  daysBefore,
  dueAt,
  messagesDueAt,
  type RetentionFacts,
  type RetentionPeriods,
} from '#src/api/comment/domain/retention';
import { conversationOf, deleteMessages, messagesBelow } from '#src/api/comment/private-comment/conversation';
import { mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { commentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import type { StoredInstant } from '#src/database/stored-values';
import { inReadTransaction, inTransaction, selectRaw } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { removeComment } from './removal';

const toDate = (stored: StoredInstant | null): Date | null => (stored === null ? null : new Date(stored));

/** What the private messages about a comment say about how long it is kept. */
const factsOf = (messages: readonly CommentRow[]): RetentionFacts['messages'] => {
  const times = messages.flatMap(({ sent_at, opened_at }) => [
    new Date(sent_at),
    toDate(opened_at) ?? new Date(sent_at),
  ]);
  return {
    lastAt: times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime()))),
    keepsIt: messages.some(({ opened_at, legal_hold_reason }) => opened_at === null || legal_hold_reason !== null),
  };
};

const isDue = (row: CommentRow, messages: readonly CommentRow[], periods: RetentionPeriods, now: Date): boolean => {
  const due = dueAt(
    {
      state: row.state,
      audience: row.audience,
      sentAt: new Date(row.sent_at),
      openedAt: toDate(row.opened_at),
      decidedAt: toDate(row.decided_at),
      onLegalHold: row.legal_hold_reason !== null,
      messages: factsOf(messages),
    },
    periods,
  );
  return due !== null && due <= now;
};

/** How many comments are looked for at once. */
const batchSize = 500;

/**
 * Yields the numbers of comments that may be due, found by indexes, a batch at a time. The rule decides later, on the
 * locked row.
 */
async function* findCandidates(
  strapi: Core.Strapi,
  { keepSpamDays, keepDeclinedDays, keepNotesDays }: RetentionPeriods,
  now: Date,
): AsyncGenerator<number> {
  const queries: { state: CommentState; before: Date }[] = [
    { state: 'spam', before: daysBefore(now, keepSpamDays) },
    { state: 'declined', before: daysBefore(now, keepDeclinedDays) },
    { state: 'read', before: daysBefore(now, keepNotesDays) },
  ];
  for (const { state, before } of queries) {
    for (let last = 0; ;) {
      const rows = await commentRows(strapi)
        .where({ state })
        .where('sent_at', '<=', before)
        .where('id', '>', last)
        .whereNotNull('opened_at')
        .whereNull('legal_hold_reason')
        .orderBy('id')
        .limit(batchSize)
        .select<{ id: number }[]>('id');
      for (const { id } of rows) yield id;
      if (rows.length < batchSize) break;
      last = rows.at(-1)?.id ?? last;
    }
  }
}

const deleteIfDue = (strapi: Core.Strapi, id: number, periods: RetentionPeriods, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, id);
    if (row === null) return false;
    // A message goes with the conversation that it belongs to, unless it is spam.
    if (conversationOf(row) !== row.id && row.state !== 'spam') return false;
    if (!isDue(row, await messagesBelow(uow, id), periods, now)) return false;
    await removeComment(uow, row, 'counsellor');
    return true;
  });

/** Returns the public comments with private messages that may be due. */
const findConversations = (strapi: Core.Strapi, before: Date): Promise<{ id: number }[]> =>
  inReadTransaction(strapi, (uow) =>
    selectRaw(
      uow,
      `select distinct message.root_id as id from comments message join comments root on root.id = message.root_id
         where message.root_id is not null and message.audience = 'counsellor' and message.sent_at <= ?
         and root.audience = 'everyone'`,
      [before],
    ),
  );

/** Deletes the private messages about a comment that stays, if they are due; returns how many. */
const deleteConversationIfDue = (
  strapi: Core.Strapi,
  id: number,
  periods: RetentionPeriods,
  now: Date,
): Promise<number> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, id);
    if (row === null || row.legal_hold_reason !== null) return 0;
    const messages = await messagesBelow(uow, id);
    const due = messagesDueAt(factsOf(messages), periods);
    if (due === null || due > now) return 0;
    await deleteMessages(uow, messages);
    return messages.length;
  });

/**
 * Deletes an address that was last used before `before`. Its comments stay, and nobody is emailed about them any more.
 */
const deleteExpiredMailbox = (strapi: Core.Strapi, id: number, before: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    // Comments are locked before their mailbox, here as everywhere.
    await commentRows(uow).where({ mailbox_id: id }).orderBy('id').forUpdate().select('id');
    const deleted = await mailboxRows(uow).where({ id }).where('last_used', '<=', before).delete();
    if (deleted === 0) return false;
    await commentRows(uow)
      .where({ mailbox_id: id })
      .update({ mailbox_id: null, notify_on_approval: false, notify_on_reply: false, confirmed_at: null });
    await cancelEmails(uow, { mailbox: id });
    return true;
  });

/** How many comments and addresses were deleted. */
export interface RetentionCounts {
  comments: number;
  addresses: number;
}

/**
 * Deletes what is older than the practice keeps it, each comment in a transaction of its own and with rests, so that
 * readers and a second process doing the same get their turn. Whatever is on legal hold, with its address, and whatever
 * is unopened stays.
 */
export const applyRetention = async (strapi: Core.Strapi, now: Date): Promise<RetentionCounts> => {
  const periods = commentSettings((await practiceOfComments(strapi)).settings);
  const pace = createPace();
  let comments = 0;
  for await (const id of findCandidates(strapi, periods, now)) {
    if (await deleteIfDue(strapi, id, periods, now)) comments += 1;
    await pace();
  }
  for (const { id } of await findConversations(strapi, daysBefore(now, periods.keepNotesDays))) {
    comments += await deleteConversationIfDue(strapi, id, periods, now);
    await pace();
  }
  const before = daysBefore(now, periods.keepAddressDays);
  const onHold = commentRows(strapi).select('mailbox_id').whereNotNull('legal_hold_reason').whereNotNull('mailbox_id');
  const old = await mailboxRows(strapi)
    .where('last_used', '<=', before)
    .whereNotIn('id', onHold)
    .select<{ id: number }[]>('id');
  let addresses = 0;
  for (const { id } of old) {
    if (await deleteExpiredMailbox(strapi, id, before)) addresses += 1;
    await pace();
  }
  return { comments, addresses };
};
