import type { Core } from '@strapi/strapi';
import { roleCodes } from '#src/setup/roles';

/**
 * Returns the address that emails to the counsellor go to: the one that she signs in with, unless the practice's
 * settings name another; null while there is no account. Joins the transaction that is under way.
 * @param mailTo the address in the practice's settings
 */
export const counsellorAddress = async (
  strapi: Core.Strapi,
  mailTo: string | null | undefined,
): Promise<string | null> => {
  if (mailTo) return mailTo;
  const [account] = (await strapi.db.query('admin::user').findMany({
    select: ['id', 'email'],
    where: { isActive: true, blocked: false, roles: { code: roleCodes.counsellor } },
    orderBy: { id: 'asc' },
    limit: 1,
  })) as { email: string }[];
  return account?.email ?? null;
};
