import type { Core } from '@strapi/strapi';
import { inReadTransaction, selectRaw } from '#src/database/unit-of-work';
import { roleCodes } from '#src/setup/roles';
import { endSentLinks } from './link-period';

/** An address that emails to the counsellor will go to once it is confirmed. */
interface PendingAddress {
  readonly address: string;
  /** SHA-256 of the secret in the link, in hex: the link itself is in the email only. */
  readonly tokenHash: string;
  /** ISO 8601; the link does not work after it. */
  readonly expiresAt: string;
}

/** A link in a notice to the address before, which undoes a change. */
interface StopLink {
  /** SHA-256 of the secret in the link, in hex. */
  readonly tokenHash: string;
  /** Where emails go again; null for the address that she signs in with. */
  readonly back: string | null;
  /** ISO 8601; the link does not work after it. */
  readonly expiresAt: string;
}

/** Where emails to the counsellor go. `confirmed` is null for the address that she signs in with. */
export interface StoredAddress {
  readonly confirmed: string | null;
  readonly pending: PendingAddress | null;
  /** Newest last. */
  readonly stops?: readonly StopLink[];
}

/** Not an attribute of the practice, because saving the practice would change it. */
const store = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'quiet-room', key: 'counsellor-address' });

/** Joins the transaction that is open. */
export const readAddress = async (strapi: Core.Strapi): Promise<StoredAddress> =>
  ((await store(strapi).get()) as StoredAddress | null | undefined) ?? { confirmed: null, pending: null };

/** Joins the transaction that is open. With another confirmed address, links that went to the one before end. */
export const writeAddress = async (strapi: Core.Strapi, value: StoredAddress): Promise<void> => {
  if ((await readAddress(strapi)).confirmed !== value.confirmed) await endSentLinks(strapi);
  await store(strapi).set({ value });
};

/** Written out, because every comment waits for it. */
const accountStatement = `
  select account.email
  from admin_users account
  join admin_users_roles_lnk has on has.user_id = account.id
  join admin_roles role on role.id = has.role_id
  where account.is_active and not account.blocked and role.code = ?
  order by account.id
  limit 1`;

/** Returns the address that the counsellor signs in with; null while there is no account. Joins the open transaction. */
export const signInAddress = (strapi: Core.Strapi): Promise<string | null> =>
  inReadTransaction(strapi, async (uow) => {
    const [account] = await selectRaw<{ email: string }>(uow, accountStatement, [roleCodes.counsellor]);
    return account?.email ?? null;
  });

/**
 * Returns the address that emails to the counsellor go to: the one that was confirmed last, or else the one that she
 * signs in with; null while there is neither. Joins the transaction that is open.
 */
export const counsellorAddress = async (strapi: Core.Strapi): Promise<string | null> =>
  (await readAddress(strapi)).confirmed ?? (await signInAddress(strapi));
