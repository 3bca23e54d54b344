import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { isSameSecret, type LinkKeys, rowNumberIn } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { type CallRow, lockCall } from './call-rows';

type LinkedRow = Pick<CallRow, 'id' | 'link_version' | 'secret'>;

/** Returns the secret part of a call's private link. It is derived whenever it is needed, and stored nowhere. */
export const callTokenOf = (keys: LinkKeys, { id, link_version, secret }: LinkedRow): string =>
  `${id}.${link_version}.${keys.sign('call link', id, link_version, secret)}`;

/** Returns the address of a call's private page. */
export const privateCallUrl = (strapi: Core.Strapi, row: LinkedRow): string =>
  new URL(`/your-call/${callTokenOf(servicesOf(strapi).linkKeys, row)}`, settingsOf(strapi).siteUrl).href;

/** Returns the address of the page on which calls are booked. */
export const bookingPageUrl = (strapi: Core.Strapi): string => new URL('/book', settingsOf(strapi).siteUrl).href;

/** Returns the address of the admin’s page of calls. */
export const callsAdminUrl = (strapi: Core.Strapi): string => `${settingsOf(strapi).cmsUrl}/admin/calls`;

/**
 * Locks the call that a private link opens; whoever changes it has locked the diary before.
 *
 * @throws NotFoundError for a wrong link, and for a call that was deleted
 */
export const lockByToken = async (uow: UnitOfWork, token: string): Promise<CallRow> => {
  const row = await lockCall(uow, rowNumberIn(token));
  const opens = row !== null && isSameSecret(token, callTokenOf(uow.services.linkKeys, row));
  return found(opens ? row : null);
};
