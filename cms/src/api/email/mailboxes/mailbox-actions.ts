import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
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

/**
 * Confirms an address and what the email was about, and nothing else that was sent with the address: someone else may
 * have sent that.
 * @throws NotFoundError for a wrong link, and if the address or what was sent with it was deleted
 */
export const confirmMailbox = (strapi: Core.Strapi, token: string, now: Date): Promise<ConfirmedItem> =>
  inTransaction(strapi, async (uow) => {
    const { link, user } = await confirmedBy(uow, token);
    await user.confirmItem(uow, link, now);
    const { id, confirmed } = await lockMailbox(uow, link.mailbox);
    const isFirst = confirmed === null;
    if (isFirst) await mailboxRows(uow).where({ id }).update({ confirmed: now, updated_at: now });
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
    const { id } = await lockMailbox(uow, link.mailbox);
    if (!all) return;
    await mailboxRows(uow).where({ id }).update({ unsubscribed: now, updated_at: now });
    await cancelEmails(uow, { mailbox: id });
  });
