import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { roleCodes } from '#src/setup/roles';

/** As long as nothing has ended any links. */
const firstPeriod = '00000000';

const store = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'quiet-room', key: 'counsellor-links' });

/**
 * Returns what links in emails to the counsellor are derived from, besides what they are about: another one ends all of
 * them. Eight characters that say nothing. Joins the transaction that is open.
 */
export const linkPeriod = async (strapi: Core.Strapi): Promise<string> =>
  ((await store(strapi).get()) as string | null | undefined) ?? firstPeriod;

/**
 * Ends all links in emails that the counsellor was sent: whoever reads a mailbox that is no longer theirs, or had their
 * password, must not decide anything with them. Joins the transaction that is open.
 */
export const endSentLinks = async (strapi: Core.Strapi): Promise<void> => {
  // Random and not counted: a restored backup must not make links valid again that were sent after it.
  await store(strapi).set({ value: randomBytes(6).toString('base64url') });
};

/** The same if the account is the counsellor's: after a change of how they sign in. */
export const endSentLinksOf = async (strapi: Core.Strapi, accountId: number): Promise<void> => {
  const where = { id: accountId, roles: { code: roleCodes.counsellor } };
  if ((await strapi.db.query('admin::user').count({ where })) > 0) await endSentLinks(strapi);
};
