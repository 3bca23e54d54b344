import type { Core } from '@strapi/strapi';
import { type ErasedData, mailboxKey, type PersonalData } from 'shared';
import { markErasuresApplied } from '#src/database/applied-erasures';
import { inReadTransaction } from '#src/database/unit-of-work';
import { recordErasure } from '#src/security/erasure-record';
import { settingsOf } from '#src/settings';
import { eraseEverywhere, personalDataSources } from './erase-everywhere';
import { addressSubject } from './repeat-erasures';

/** Returns all personal data of an address, from all features. */
export const findPersonalData = (strapi: Core.Strapi, address: string): Promise<PersonalData> =>
  inReadTransaction(strapi, async (uow) => {
    const data: PersonalData = { address, mailboxes: [], comments: [], registrations: [], enquiries: [], calls: [] };
    for (const { find } of personalDataSources(strapi)) Object.assign(data, await find(uow, mailboxKey(address)));
    return data;
  });

/**
 * Deletes all personal data of an address for good. It is written down outside the database first: if it is interrupted,
 * or a backup brings the data back, the next start repeats it.
 */
export const erasePersonalData = async (strapi: Core.Strapi, address: string, now: Date): Promise<ErasedData> => {
  const { dataDir } = settingsOf(strapi);
  const id = await recordErasure(dataDir, addressSubject(address), now);
  const erased = await eraseEverywhere(strapi, address, now);
  await markErasuresApplied(strapi, [id], now);
  return erased;
};
