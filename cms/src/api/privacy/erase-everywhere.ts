import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { type ErasedData, mailboxKey } from 'shared';
import { featuresOf } from '#src/feature';
import type { ErasedParts, PersonalData } from '#src/personal-data';
import { settingsOf } from '#src/settings';
import { purgePages, removeMailFiles, vacuumDatabase } from './remaining-copies';

/** Returns how each feature that stores personal data finds and erases it. */
export const personalDataSources = (strapi: Core.Strapi): PersonalData[] =>
  featuresOf(strapi).flatMap(({ personalData }) => (personalData === 'none' ? [] : personalData));

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Deletes all personal data of an address in all features, and then what is left of it in the database's files, the
 * emails' files and the site's cached pages. Records nothing: `erasePersonalData` does that first.
 */
export const eraseEverywhere = async (strapi: Core.Strapi, address: string, now: Date): Promise<ErasedData> => {
  const sources = personalDataSources(strapi);
  const erased: ErasedParts[] = [];
  for (const { erase } of sources) erased.push(await erase(strapi, mailboxKey(address), now));
  await vacuumDatabase(
    strapi,
    sources.flatMap(({ tables }) => tables),
  );
  const pages = await purgePages(strapi, unique(erased.flatMap(({ postSlugs = [] }) => postSlugs)));
  const emails = erased.flatMap((parts) => parts.emails);
  const addresses = erased.flatMap((parts) => parts.addresses);
  // Last: an email that was just being written is there by now.
  await removeMailFiles(path.join(settingsOf(strapi).dataDir, 'mail'), emails, addresses);
  return {
    comments: total(erased.map(({ comments = 0 }) => comments)),
    registrations: total(erased.map(({ registrations = 0 }) => registrations)),
    enquiries: total(erased.map(({ enquiries = 0 }) => enquiries)),
    calls: total(erased.map(({ calls = 0 }) => calls)),
    emails: emails.length,
    addresses: unique(addresses.map(mailboxKey)).length,
    pages,
  };
};
