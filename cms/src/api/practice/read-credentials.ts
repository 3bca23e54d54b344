import type { Core } from '@strapi/strapi';
import { type Credential, timeZones } from 'shared';
import { credentialsOf, membershipWords, type StoredCredential } from './domain/credentials';

/** What the counsellor holds, and the IANA zone whose days end it. */
interface Credentials {
  credentials: Credential[];
  timeZone: string;
}

/** Returns all credentials, those that have lapsed among them. Joins the transaction that is open. */
export const readCredentials = async (strapi: Core.Strapi): Promise<Credentials> => {
  const row = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'timeZone'], populate: { credentials: true } })) as {
    timeZone: string | null;
    credentials: StoredCredential[];
  } | null;
  return { credentials: credentialsOf(row?.credentials), timeZone: row?.timeZone ?? timeZones[0] };
};

/** Returns the memberships that are current, in words for a certificate; null if there is none. */
export const readMembershipWords = async (strapi: Core.Strapi, now: Date): Promise<string | null> => {
  const { credentials, timeZone } = await readCredentials(strapi);
  return membershipWords(credentials, timeZone, now);
};
