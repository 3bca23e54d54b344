import type { CommentRow } from '#src/api/comment/comment-rows';
import { confirmAddressKind } from '#src/api/comment/emails/email-kinds';
import { enqueueEmail } from '#src/api/email/outbox/enqueue-email';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { emailLinks } from './email-links';
import { mailboxRows } from './mailbox-rows';

/**
 * Queues the email that asks to confirm the address of a comment: one an address and day (UTC), whoever types it how often,
 * none to who wants none, and none to an address that is confirmed, unless it is about that very comment (`again`).
 */
export const askToConfirm = async (
  uow: UnitOfWork,
  row: CommentRow,
  now: Date,
  { again }: { again: boolean },
): Promise<void> => {
  if (row.mailbox_id === null) return;
  const today = now.toISOString().slice(0, 10);
  const taken: { address: string }[] = await mailboxRows(uow)
    .where({ id: row.mailbox_id, unsubscribed: null, ...(again ? {} : { confirmed: null }) })
    .where((asked) => void asked.whereNull('asked').orWhere('asked', '<', today))
    .update({ asked: today, updated_at: now })
    .returning('address');
  const [mailbox] = taken;
  if (!mailbox) return;
  const links = emailLinks(uow.strapi);
  const link = { mailbox: row.mailbox_id, comment: row.id };
  await enqueueEmail(
    uow,
    confirmAddressKind.toQueue({
      to: mailbox.address,
      confirm: links.confirm(link),
      unsubscribe: links.unsubscribe(link),
      commentId: row.id,
      mailboxId: row.mailbox_id,
    }),
  );
};
