import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { SentWithMailbox } from 'shared';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { isConfirmTokenOf, isUnsubscribeTokenOf, type MailboxLink, mailboxLinkIn } from './mailbox-links';
import { deleteUnusedMailbox, type MailboxRow, mailboxRows, mailboxUsers } from './mailbox-rows';
import type { ConfirmedItem, MailboxUser } from './mailbox-user';
import { deletedMailboxOf, forgetUnsubscribed, rememberUnsubscribed } from './unsubscribed-addresses';

/** The outcome of confirming. `allowedAgain`: all emails to the address were stopped until then. */
interface Confirmed extends ConfirmedItem {
  readonly allowedAgain: boolean;
}

const mailboxOf = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).first()) ?? null);

const lockMailbox = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).forUpdate().first()) ?? null);

const allowEmails = async (uow: UnitOfWork, secret: string, now: Date): Promise<void> => {
  await mailboxRows(uow).where({ secret }).update({ unsubscribed: null, updated_at: now });
  await forgetUnsubscribed(uow, secret);
};

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
 * Returns what a link confirms.
 * @throws NotFoundError for a wrong link, and if the address or what was sent with it was deleted
 */
export const lookAtSending = (strapi: Core.Strapi, token: string): Promise<SentWithMailbox> =>
  inReadTransaction(strapi, async (uow) => {
    const { link, user } = await confirmedBy(uow, token);
    const { unsubscribed } = await mailboxOf(uow, link.mailbox);
    return { ...found(await user.showItem(uow, link)), isStopped: unsubscribed !== null };
  });

/**
 * Confirms an address and what the email was about, and nothing else that was sent with the address: someone else may
 * have sent that. If all emails to it were stopped, that ends: the page with the button says so, and only the owner of
 * the address has the link to it.
 * @throws NotFoundError for a wrong link, and if the address or what was sent with it was deleted; ConflictError if it
 * would publish another text than was shown
 */
export const confirmMailbox = (
  strapi: Core.Strapi,
  { token, version }: { token: string; version: number | null },
  now: Date,
): Promise<Confirmed> =>
  inTransaction(strapi, async (uow) => {
    const { link, user } = await confirmedBy(uow, token);
    await user.confirmItem(uow, link, now);
    const mailbox = await lockMailbox(uow, link.mailbox);
    const isNew = mailbox.confirmed === null;
    if (isNew) await mailboxRows(uow).where({ id: mailbox.id }).update({ confirmed: now, updated_at: now });
    const allowedAgain = mailbox.unsubscribed !== null;
    if (allowedAgain) await allowEmails(uow, mailbox.secret, now);
    const hasWaited = isNew || allowedAgain;
    const confirmed = found(await user.onConfirmed(uow, link, { hasWaited, version, now }));
    return { ...confirmed, allowedAgain };
  });

/**
 * Takes an address off what its owner did not send. Returns whether that was discarded.
 * @throws NotFoundError as above; ConflictError if it was confirmed
 */
export const disownSending = (strapi: Core.Strapi, token: string, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const { link, user } = await confirmedBy(uow, token);
    const isDiscarded = await user.disownItem(uow, link, now);
    await deleteUnusedMailbox(uow, link.mailbox);
    return isDiscarded;
  });

/** Returns the mailbox that a token unsubscribes; null if it was deleted, or the token is wrong. */
const unsubscribedBy = async (uow: UnitOfWork, token: string): Promise<MailboxRow | null> => {
  const mailbox = await mailboxRows(uow)
    .where({ id: mailboxLinkIn(token).mailbox })
    .first();
  return mailbox && isUnsubscribeTokenOf(uow.services.linkKeys, token, mailbox) ? mailbox : null;
};

/**
 * Takes back that all emails to an address were stopped. Only somebody who holds a link from an email to it can:
 * whoever types the address again is asked there first. The link works also when the mailbox was deleted since.
 * @throws NotFoundError for a wrong link, and for an address that was deleted and has not stopped all emails
 */
export const resubscribeMailbox = (strapi: Core.Strapi, token: string, now: Date): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    const { secret } = (await unsubscribedBy(uow, token)) ?? found(await deletedMailboxOf(uow, token));
    await allowEmails(uow, secret, now);
  });

/**
 * Stops emails about one item, or all emails to that address, for good: deleting what was sent with it does not start
 * them again.
 * @throws NotFoundError for a wrong link, and for an address that was deleted and has not stopped all emails
 */
export const unsubscribeMailbox = (
  strapi: Core.Strapi,
  token: string,
  options: { all: boolean; now: Date },
): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    if ((await unsubscribedBy(uow, token)) === null) {
      found(await deletedMailboxOf(uow, token));
      return;
    }
    const link = mailboxLinkIn(token);
    const { all, now } = options;
    for (const user of mailboxUsers(strapi)) await user.onUnsubscribed(uow, link, options);
    const mailbox = await lockMailbox(uow, link.mailbox);
    if (!all) return;
    await mailboxRows(uow).where({ id: mailbox.id }).update({ unsubscribed: now, updated_at: now });
    await rememberUnsubscribed(uow, mailbox, now);
    await cancelEmails(uow, { mailbox: mailbox.id });
  });
