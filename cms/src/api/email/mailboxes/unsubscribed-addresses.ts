import type { Core } from '@strapi/strapi';
import { mailboxKey } from 'shared';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { isUnsubscribeTokenOf, mailboxLinkIn } from './mailbox-links';

/**
 * A row for each address that has stopped all emails. It outlasts the mailbox, so that deleting what somebody wrote
 * does not start the emails again. It contains no address: only whoever types the same one again can find it.
 */
interface UnsubscribedAddress {
  /** Keyed, of the same key for all spellings of the address. */
  address_hash: string;
  /** Number and secret of the mailbox, so that the links in emails to it can still take it back. */
  mailbox: number;
  secret: string;
  /** Milliseconds since 1970. */
  unsubscribed_at: number | string;
}

export const createUnsubscribedAddresses = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(`create table if not exists unsubscribed_addresses (
    address_hash varchar(43) primary key,
    mailbox integer not null,
    secret varchar(255) not null,
    unsubscribed_at bigint not null
  )`);

const rows = tableRows<UnsubscribedAddress>('unsubscribed_addresses');

const hashOf = ({ services }: UnitOfWork, address: string): string =>
  services.linkKeys.sign('unsubscribed address', mailboxKey(address));

/** Returns when an address stopped all emails, and the secret that its mailbox had; null if it did not. */
export const findUnsubscribed = async (
  uow: UnitOfWork,
  address: string,
): Promise<{ secret: string; at: Date } | null> => {
  const row = await rows(uow)
    .where({ address_hash: hashOf(uow, address) })
    .first();
  return row ? { secret: row.secret, at: new Date(Number(row.unsubscribed_at)) } : null;
};

/** Records that an address has stopped all emails, until `forgetUnsubscribed`. */
export const rememberUnsubscribed = async (
  uow: UnitOfWork,
  mailbox: { id: number; address: string; secret: string },
  now: Date,
): Promise<void> => {
  const { id, address, secret } = mailbox;
  await rows(uow)
    .insert({ address_hash: hashOf(uow, address), mailbox: id, secret, unsubscribed_at: now.getTime() })
    .onConflict('address_hash')
    .ignore();
};

/** @param secret that of the mailbox, whose links alone take it back */
export const forgetUnsubscribed = async (uow: UnitOfWork, secret: string): Promise<void> => {
  await rows(uow).where({ secret }).delete();
};

/** Returns the secret of a mailbox that was deleted, if the token is of a link in an email to it; null otherwise. */
export const deletedMailboxOf = async (uow: UnitOfWork, token: string): Promise<{ secret: string } | null> => {
  const { mailbox } = mailboxLinkIn(token);
  const candidates = await rows(uow).where({ mailbox }).select('secret');
  const { linkKeys } = uow.services;
  return candidates.find(({ secret }) => isUnsubscribeTokenOf(linkKeys, token, { id: mailbox, secret })) ?? null;
};
