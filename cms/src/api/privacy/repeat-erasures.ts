import type { Core } from '@strapi/strapi';
import { mailboxKey } from 'shared';
import { erasureKeyOf, markErasuresApplied, readAppliedErasures } from '#src/database/applied-erasures';
import { inReadTransaction } from '#src/database/unit-of-work';
import { type Erasure, readErasures } from '#src/security/erasure-record';
import { settingsOf } from '#src/settings';
import { eraseEverywhere, personalDataSources } from './erase-everywhere';

/** What is erased by email address, as the record hashes it. */
export const addressSubject = (address: string): string => `address:${mailboxKey(address)}`;

const storedAddresses = (strapi: Core.Strapi): Promise<string[]> =>
  inReadTransaction(strapi, async (uow) => {
    const addresses = new Set<string>();
    for (const source of personalDataSources(strapi))
      for (const address of await source.addresses(uow)) addresses.add(mailboxKey(address));
    return [...addresses];
  });

/** Erases everything whose hash is among those of the record: what people deleted themselves, and whole addresses. */
const eraseAgain = async (strapi: Core.Strapi, wasErased: (subject: string) => boolean, now: Date): Promise<void> => {
  for (const { removable } of personalDataSources(strapi))
    for (const { subject, removeAgain } of (await removable?.(strapi)) ?? [])
      if (wasErased(subject)) await removeAgain();
  for (const address of await storedAddresses(strapi))
    if (wasErased(addressSubject(address))) await eraseEverywhere(strapi, address, now);
};

const findDue = async (strapi: Core.Strapi): Promise<Erasure[]> => {
  const recorded = await readErasures(settingsOf(strapi).dataDir);
  if (recorded.length === 0) return [];
  const applied = await readAppliedErasures(strapi);
  return recorded.filter(({ id }) => !applied.has(id));
};

/**
 * Repeats the erasures that are recorded but that this database has not seen: a backup has brought back what was
 * erased, or an erasure was interrupted. Runs at each start, before the port opens; reads one small file if there is
 * nothing to do.
 */
export const repeatErasures = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const due = await findDue(strapi);
  if (due.length === 0) return;
  const key = erasureKeyOf(strapi);
  const readable = due.filter((erasure) => erasure.key === key.id);
  const hashes = new Set(readable.map(({ hash }) => hash));
  await eraseAgain(strapi, (subject) => hashes.has(key.hash(subject)), now);
  await markErasuresApplied(
    strapi,
    readable.map(({ id }) => id),
    now,
  );
  if (readable.length > 0)
    strapi.log.warn(`Erasures that this database had not seen were repeated: ${readable.length}.`);
  if (readable.length < due.length)
    strapi.log.warn(
      `Erasures that can’t be repeated, because LINK_SECRET was another one when they were made: ${due.length - readable.length}.`,
    );
};
