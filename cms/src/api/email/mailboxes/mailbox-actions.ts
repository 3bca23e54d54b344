import type { Core } from '@strapi/strapi';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { servicesOf } from '#src/services';
import { type MailboxAction, type MailboxLink, readMailboxToken } from './mailbox-links';
import { type MailboxRow, mailboxRows, mailboxUsers } from './mailbox-rows';

const linkOrNotFound = (strapi: Core.Strapi, action: MailboxAction, token: string): MailboxLink =>
  found(readMailboxToken(servicesOf(strapi).linkKeys, action, token));

const lockMailbox = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).forUpdate().first()) ?? null);

/**
 * Confirms an address and what the email was about. Returns whether the confirmation published that.
 * @throws NotFoundError for a wrong link, and for an address that was deleted
 */
export const confirmMailbox = (strapi: Core.Strapi, token: string, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const link = linkOrNotFound(strapi, 'confirm', token);
    const users = mailboxUsers(strapi);
    for (const user of users) await user.confirmItem(uow, link, now);
    const { id, confirmed } = await lockMailbox(uow, link.mailbox);
    const isFirst = confirmed === null;
    if (isFirst) await mailboxRows(uow).where({ id }).update({ confirmed: now, updated_at: now });
    let isPublished = false;
    for (const user of users) isPublished = (await user.onConfirmed(uow, link, { isFirst, now })) || isPublished;
    return isPublished;
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
    const link = linkOrNotFound(strapi, 'unsubscribe', token);
    const { all, now } = options;
    for (const user of mailboxUsers(strapi)) await user.onUnsubscribed(uow, link, options);
    const { id } = await lockMailbox(uow, link.mailbox);
    if (!all) return;
    await mailboxRows(uow).where({ id }).update({ unsubscribed: now, updated_at: now });
    await cancelEmails(uow, { mailbox: id });
  });
