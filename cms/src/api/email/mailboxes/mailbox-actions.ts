import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cancelEmails, emailRows } from '#src/api/email/outbox/outbox';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { confirmAddressKind } from './confirm-address';
import { isConfirmTokenOf, isUnsubscribeTokenOf, type MailboxLink, mailboxLinkIn } from './mailbox-links';
import { type MailboxRow, mailboxRows, mailboxUsers } from './mailbox-rows';
import type { ConfirmedItem, MailboxUser } from './mailbox-user';

const mailboxOf = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).first()) ?? null);

const lockMailbox = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).forUpdate().first()) ?? null);

/** Returns what a link confirms, with the feature that it belongs to. */
const confirmedBy = async (uow: UnitOfWork, token: string): Promise<{ link: MailboxLink; user: MailboxUser }> => {
  const link = mailboxLinkIn(token);
  const mailbox = await mailboxOf(uow, link.mailbox);
  for (const user of mailboxUsers(uow.strapi)) {
    const itemSecret = await user.secretOfItem(uow, link);
    if (itemSecret === null) continue;
    if (isConfirmTokenOf(uow.services.linkKeys, token, mailbox, { item: link.item, itemSecret })) return { link, user };
  }
  throw new errors.NotFoundError('There is nothing at this address.');
};

/** Whether all emails to a mailbox were stopped, and its owner was asked again after that. */
const wasAskedSinceStop = async (uow: UnitOfWork, { id, unsubscribed }: MailboxRow): Promise<boolean> =>
  unsubscribed !== null &&
  (await emailRows(uow)
    .where({ mailbox: id, kind: confirmAddressKind.kind })
    .where('queued_at', '>=', unsubscribed)
    .first('id')) !== undefined;

/**
 * Confirms an address and what the email was about, and nothing else that was sent with the address: someone else may
 * have sent that. If all emails were stopped before that email was sent, they are no longer.
 * @throws NotFoundError for a wrong link, and if the address or what was sent with it was deleted
 */
export const confirmMailbox = (strapi: Core.Strapi, token: string, now: Date): Promise<ConfirmedItem> =>
  inTransaction(strapi, async (uow) => {
    const { link, user } = await confirmedBy(uow, token);
    await user.confirmItem(uow, link, now);
    const mailbox = await lockMailbox(uow, link.mailbox);
    const endsStop = await wasAskedSinceStop(uow, mailbox);
    const isFirst = mailbox.confirmed === null || endsStop;
    const sets = { confirmed: now, ...(endsStop && { unsubscribed: null }), updated_at: now };
    if (isFirst) await mailboxRows(uow).where({ id: mailbox.id }).update(sets);
    return found(await user.onConfirmed(uow, link, { isFirst, now }));
  });

/**
 * Stops emails about one item, or all emails to that address.
 * @throws NotFoundError for a wrong link, and for an address that was deleted
 */
export const unsubscribeMailbox = (
  strapi: Core.Strapi,
  token: string,
  options: { all: boolean; now: Date },
): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    const link = mailboxLinkIn(token);
    const mailbox = await mailboxOf(uow, link.mailbox);
    found(isUnsubscribeTokenOf(uow.services.linkKeys, token, mailbox) || null);
    const { all, now } = options;
    for (const user of mailboxUsers(strapi)) await user.onUnsubscribed(uow, link, options);
    const { id, confirmed, asked } = await lockMailbox(uow, link.mailbox);
    if (!all) return;
    // Whoever has confirmed it can ask again today; others would use that to send more.
    const sets = { unsubscribed: now, asked: confirmed === null ? asked : null, updated_at: now };
    await mailboxRows(uow).where({ id }).update(sets);
    await cancelEmails(uow, { mailbox: id });
  });
