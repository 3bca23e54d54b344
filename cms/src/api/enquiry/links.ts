import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { isSameSecret, type LinkKeys, rowNumberIn } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { type EnquiryRow, lockEnquiry } from './enquiry-rows';

type LinkedRow = Pick<EnquiryRow, 'id' | 'link_version' | 'secret'>;

/** Returns the secret part of a message's private link. It is derived whenever it is needed, and stored nowhere. */
export const enquiryTokenOf = (keys: LinkKeys, { id, link_version, secret }: LinkedRow): string =>
  `${id}.${link_version}.${keys.sign('message link', id, link_version, secret)}`;

/** Returns the address of a message's private page. */
export const privateMessageUrl = (strapi: Core.Strapi, row: LinkedRow): string =>
  new URL(`/your-message/${enquiryTokenOf(servicesOf(strapi).linkKeys, row)}`, settingsOf(strapi).siteUrl).href;

/**
 * Locks the message that a private link opens.
 *
 * @throws NotFoundError for a wrong link, and for a message that was withdrawn or deleted
 */
export const lockByToken = async (uow: UnitOfWork, token: string): Promise<EnquiryRow> => {
  const row = await lockEnquiry(uow, rowNumberIn(token));
  const opens = row !== null && isSameSecret(token, enquiryTokenOf(uow.services.linkKeys, row));
  return found(opens ? row : null);
};
