import type { Core } from '@strapi/strapi';
import type { LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { RegistrationRow } from './registration-rows';

/** A registration by its number, and which of its private links it is. */
export interface RegistrationLink {
  number: number;
  linkVersion: number;
}

/** The secret part of the private link of a registration, made whenever it is needed. */
export const registrationTokenOf = (keys: LinkKeys, { number, linkVersion }: RegistrationLink): string =>
  `${number}.${linkVersion}.${keys.sign('place link', number, linkVersion)}`;

/** What it opens, or null when it was not made with these keys. */
export const readRegistrationToken = (keys: LinkKeys, token: string): RegistrationLink | null => {
  const [number = '', linkVersion = '', mac = ''] = token.split('.');
  const link = { number: Number(number), linkVersion: Number(linkVersion) };
  return keys.verify(mac, 'place link', link.number, link.linkVersion) ? link : null;
};

/** The secret of the link that confirms. It goes by mail only: who knows it can read that mailbox. */
export const confirmationTokenOf = (keys: LinkKeys, number: number): string =>
  `${number}.${keys.sign('place confirmation', number)}`;

/** The registration that it confirms, or null. */
export const readConfirmationToken = (keys: LinkKeys, token: string): number | null => {
  const [number = '', mac = ''] = token.split('.');
  return keys.verify(mac, 'place confirmation', Number(number)) ? Number(number) : null;
};

/** Returns the address of the page on which a participant manages their registration. */
export const privateLinkOf = (
  strapi: Core.Strapi,
  { id, link_version }: Pick<RegistrationRow, 'id' | 'link_version'>,
): string =>
  `${settingsOf(strapi).siteUrl}/your-place/${registrationTokenOf(servicesOf(strapi).linkKeys, { number: id, linkVersion: link_version })}`;

/** Returns the address of the page that confirms a registration; for the email to its address only. */
export const confirmLinkOf = (strapi: Core.Strapi, { id }: Pick<RegistrationRow, 'id'>): string =>
  `${settingsOf(strapi).siteUrl}/your-place/confirm/${confirmationTokenOf(servicesOf(strapi).linkKeys, id)}`;
