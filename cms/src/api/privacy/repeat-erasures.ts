import type { Core } from '@strapi/strapi';
import { mailboxKey } from 'shared';
import { markErasuresApplied, readAppliedErasures } from '#src/database/applied-erasures';
import { inReadTransaction } from '#src/database/unit-of-work';
import { erasureKeysFile, readErasureKeys } from '#src/security/erasure-keys';
import { type Erasure, erasureFile, readErasures } from '#src/security/erasure-record';
import { settingsOf } from '#src/settings';
import { StartRefusal } from '#src/start-refusal';
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

/** Why the site stays closed while erasures can't be repeated, and how it is done by hand. */
const refusalOf = (dataDir: string, unreadable: readonly Erasure[]): StartRefusal => {
  const days = [...new Set(unreadable.map(({ at }) => at.slice(0, 10)))].sort().join(', ');
  const which = unreadable.length === 1 ? 'One erasure' : `${unreadable.length} erasures`;
  return new StartRefusal(
    `${which} in ${erasureFile(dataDir)} can’t be repeated (made on ${days}), because the key is not in ${erasureKeysFile(dataDir)}: the site would show again what was erased. Put the file “erasure-keys” of that time back; it is in every backup. If there is none, start once with ACCEPT_LOST_ERASURES=true, and erase what was asked for on these days again by hand (docs/guide/operations.md).`,
  );
};

/**
 * Repeats the erasures that are recorded but that this database has not seen: a backup has brought back what was
 * erased, or an erasure was interrupted. Runs at each start, before the port opens; reads one small file if there is
 * nothing to do.
 * @throws StartRefusal when a key is missing, unless the settings say that this is known
 */
export const repeatErasures = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const due = await findDue(strapi);
  if (due.length === 0) return;
  const { dataDir, acceptLostErasures } = settingsOf(strapi);
  const keys = new Map((await readErasureKeys(dataDir)).map((key) => [key.id, key]));
  const readable = due.filter((erasure) => keys.has(erasure.key));
  const unreadable = due.filter((erasure) => !keys.has(erasure.key));
  if (unreadable.length > 0 && !acceptLostErasures) throw refusalOf(dataDir, unreadable);
  const hashes = new Set(readable.map(({ hash }) => hash));
  const wasErased = (subject: string): boolean => [...keys.values()].some((key) => hashes.has(key.hash(subject)));
  await eraseAgain(strapi, wasErased, now);
  await markErasuresApplied(
    strapi,
    due.map(({ id }) => id),
    now,
  );
  if (readable.length > 0)
    strapi.log.warn(`Erasures that this database had not seen were repeated: ${readable.length}.`);
  if (unreadable.length > 0)
    strapi.log.warn(`Erasures that could not be repeated, as was accepted: ${unreadable.length}. Make them by hand.`);
};
