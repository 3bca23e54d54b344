import type { CommentRow } from '#src/api/comment/comment-rows';
import { confirmAddressKind } from '#src/api/comment/emails/email-kinds';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { emailLinks } from './mailbox-links';
import { mailboxRows } from './mailbox-rows';

/**
 * Queues the email that asks to confirm the address of a comment: at most one per address and day (UTC). Addresses that
 * are unsubscribed are skipped, and so are confirmed ones, unless `again` asks for this very comment.
 */
export const askToConfirm = async (
  uow: UnitOfWork,
  row: CommentRow,
  now: Date,
  { again }: { again: boolean },
): Promise<void> => {
  if (row.mailbox_id === null) return;
  const today = now.toISOString().slice(0, 10);
  const updated: { address: string }[] = await mailboxRows(uow)
    .where({ id: row.mailbox_id, unsubscribed: null, ...(again ? {} : { confirmed: null }) })
    .where((day) => void day.whereNull('asked').orWhere('asked', '<', today))
    .update({ asked: today, updated_at: now })
    .returning('address');
  const [mailbox] = updated;
  if (!mailbox) return;
  const links = emailLinks(uow.strapi);
  const link = { mailbox: row.mailbox_id, comment: row.id };
  await confirmAddressKind.enqueue(uow, {
    to: mailbox.address,
    confirm: links.confirm(link),
    unsubscribe: links.unsubscribe(link),
    commentId: row.id,
    mailboxId: row.mailbox_id,
  });
};
