import type { Core } from '@strapi/strapi';
import { commentRows, type CommentState, lockComment } from '#src/api/comment/comment-rows';
import { daysBefore, dueAt, type Retention } from '#src/api/comment/domain/retention';
import { mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/cancel-emails';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { commentSettings } from '#src/api/practice/domain/comment-settings';
import type { StoredInstant } from '#src/database/stored-values';
import { inTransaction } from '#src/database/unit-of-work';
import type { DeskRow } from './moderation-row';
import { removeComment } from './remove-comment';

const moment = (stored: StoredInstant | null): Date | null => (stored === null ? null : new Date(stored));

const isDue = (row: DeskRow, keep: Retention, now: Date): boolean => {
  const { state, audience, sent, opened, decided, held_because } = row;
  const due = dueAt(
    {
      state,
      audience,
      sent: new Date(sent),
      opened: moment(opened),
      decided: moment(decided),
      held: held_because !== null,
    },
    keep,
  );
  return due !== null && due <= now;
};

/** What may be due, by indexes; whether it is, the rule says, on the locked row. */
const candidates = async (
  strapi: Core.Strapi,
  { keepSpamDays, keepDeclinedDays, keepNotesDays }: Retention,
  now: Date,
): Promise<number[]> => {
  const asked: { state: CommentState; before: Date }[] = [
    { state: 'spam', before: daysBefore(now, keepSpamDays) },
    { state: 'declined', before: daysBefore(now, keepDeclinedDays) },
    { state: 'read', before: daysBefore(now, keepNotesDays) },
  ];
  const found: number[] = [];
  for (const { state, before } of asked) {
    const rows = await commentRows(strapi)
      .where({ state })
      .where('sent', '<=', before)
      .whereNotNull('opened')
      .whereNull('held_because')
      .select<{ id: number }[]>('id');
    found.push(...rows.map(({ id }) => id));
  }
  return found;
};

const deleteDue = (strapi: Core.Strapi, id: number, keep: Retention, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = (await lockComment(uow, id)) as DeskRow | null;
    if (row === null || !isDue(row, keep, now)) return false;
    await removeComment(uow, row, 'counsellor');
    return true;
  });

/** An address whose last use is that long ago: the comments stay, and nobody is told of anything at it any more. */
const forgetAddress = (strapi: Core.Strapi, id: number, before: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    // Comments are locked before their mailbox, here as everywhere.
    await commentRows(uow).where({ mailbox_id: id }).orderBy('id').forUpdate().select('id');
    const deleted = await mailboxRows(uow).where({ id }).where('last_used', '<=', before).delete();
    if (deleted === 0) return false;
    await commentRows(uow)
      .where({ mailbox_id: id })
      .update({ mailbox_id: null, tell_appeared: false, tell_replies: false, confirmed_at: null });
    await cancelEmails(uow, { mailbox: id });
    return true;
  });

/** How many were deleted. */
export interface Kept {
  comments: number;
  addresses: number;
}

/**
 * Deletes what has outlived its purpose, each in a transaction of its own: a second process that does the same at the same
 * time finds nothing left to do. What she holds, with its address, and what she has not opened stays.
 */
export const keepRetention = async (strapi: Core.Strapi, now: Date): Promise<Kept> => {
  const keep = commentSettings((await practiceOfComments(strapi)).settings);
  let comments = 0;
  for (const id of await candidates(strapi, keep, now)) if (await deleteDue(strapi, id, keep, now)) comments += 1;
  const before = daysBefore(now, keep.keepAddressDays);
  const held = commentRows(strapi).select('mailbox_id').whereNotNull('held_because').whereNotNull('mailbox_id');
  const old = await mailboxRows(strapi)
    .where('last_used', '<=', before)
    .whereNotIn('id', held)
    .select<{ id: number }[]>('id');
  let addresses = 0;
  for (const { id } of old) if (await forgetAddress(strapi, id, before)) addresses += 1;
  return { comments, addresses };
};
