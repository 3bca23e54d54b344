import type { Core } from '@strapi/strapi';
import { cleanAddress, mailboxKey } from 'shared';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { featuresOf } from '#src/feature';
import { newRowSecret } from '#src/security/row-identity';
import { mailboxOfAddress } from '#src/security/sending-limits';
import type { MailboxUser } from './mailbox-user';
import { findUnsubscribed } from './unsubscribed-addresses';

/** An address of a reader as its row has it. `asked` is the day (UTC) of the last email that asks to confirm it. */
export interface MailboxRow extends Timestamps {
  id: number;
  /** As it was typed last before it was confirmed: where emails go. */
  address: string;
  /** The same for all spellings of the address, and unique. */
  address_key: string;
  /** The address without its tag: however it is written, it is one person who gets the emails. */
  inbox: string;
  confirmed: StoredInstant | null;
  asked: string | null;
  unsubscribed: StoredInstant | null;
  last_used: StoredInstant;
  /** What links in emails to it are derived from, besides its number: numbers can be given again. */
  secret: string;
}

/** The rows of mailboxes, inside a transaction if there is one. */
export const mailboxRows = tableRows<MailboxRow>('mailboxes');

/**
 * Creates the mailbox of an address if there is none, records that it was used now, and returns its id. An address that
 * has stopped all emails gets none again because its mailbox was deleted meanwhile.
 */
export const upsertMailbox = async (uow: UnitOfWork, address: string, now: Date): Promise<number | null> => {
  const row = {
    address: cleanAddress(address),
    address_key: mailboxKey(address),
    inbox: mailboxOfAddress(address),
    secret: newRowSecret(),
    last_used: now,
    created_at: now,
    updated_at: now,
  };
  // Whoever confirmed an address goes on getting emails at that very spelling.
  const spelling = uow.trx.raw(
    'case when mailboxes.confirmed is null then excluded.address else mailboxes.address end',
  );
  const [mailbox]: { id: number }[] = await mailboxRows(uow)
    .insert(row)
    .onConflict('address_key')
    .merge({ address: spelling, last_used: now, updated_at: now })
    .returning('id');
  if (mailbox === undefined) return null;
  const { id } = mailbox;
  const before = await findUnsubscribed(uow, address);
  // With its secret, what takes it back finds the new mailbox, too.
  if (before !== null)
    await mailboxRows(uow).where({ id, unsubscribed: null }).update({ unsubscribed: before.at, secret: before.secret });
  return id;
};

/** The features that send emails to mailboxes. */
export const mailboxUsers = (strapi: Core.Strapi): MailboxUser[] =>
  featuresOf(strapi).flatMap(({ mailboxUser }) => mailboxUser ?? []);

/**
 * Deletes a mailbox that no feature uses any more, with the emails to it that were not delivered. Locks the row first,
 * so that it sees a comment that is just being submitted.
 */
export const deleteUnusedMailbox = async (uow: UnitOfWork, id: number): Promise<void> => {
  await mailboxRows(uow).where({ id }).forUpdate().first('id');
  for (const user of mailboxUsers(uow.strapi)) if (await user.usesMailbox(uow, id)) return;
  if ((await mailboxRows(uow).where({ id }).delete()) > 0) await cancelEmails(uow, { mailbox: id });
};
