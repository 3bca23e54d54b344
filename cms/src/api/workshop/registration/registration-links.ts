import type { Core } from '@strapi/strapi';
import type { LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { RegistrationRow } from './registration-rows';

/** A registration by its number, and which of its private links it is: replacing a link raises its version. */
export interface RegistrationLink {
  number: number;
  linkVersion: number;
}

/** Returns the secret part of a registration's private link. It is not stored, but computed whenever it is needed. */
export const registrationTokenOf = (keys: LinkKeys, { number, linkVersion }: RegistrationLink): string =>
  `${number}.${linkVersion}.${keys.sign('place link', number, linkVersion)}`;

/** Returns what a private link opens, or null unless it was made with these keys. */
export const readRegistrationToken = (keys: LinkKeys, token: string): RegistrationLink | null => {
  const [number = '', linkVersion = '', mac = ''] = token.split('.');
  const link = { number: Number(number), linkVersion: Number(linkVersion) };
  return keys.verify(mac, 'place link', link.number, link.linkVersion) ? link : null;
};

/** Returns the secret part of the link that confirms. It is only sent by email, so it proves access to the mailbox. */
export const confirmationTokenOf = (keys: LinkKeys, number: number): string =>
  `${number}.${keys.sign('place confirmation', number)}`;

/** Returns the number of the registration that a link confirms, or null unless it was made with these keys. */
export const readConfirmationToken = (keys: LinkKeys, token: string): number | null => {
  const [number = '', mac = ''] = token.split('.');
  return keys.verify(mac, 'place confirmation', Number(number)) ? Number(number) : null;
};

/** Returns the address of the page that manages a registration. */
export const privateLinkOf = (
  strapi: Core.Strapi,
  { id, link_version: linkVersion }: Pick<RegistrationRow, 'id' | 'link_version'>,
): string =>
  `${settingsOf(strapi).siteUrl}/your-place/${registrationTokenOf(servicesOf(strapi).linkKeys, { number: id, linkVersion })}`;

/** Returns the address of the page that confirms a registration. */
export const confirmationLinkOf = (strapi: Core.Strapi, { id }: Pick<RegistrationRow, 'id'>): string =>
  `${settingsOf(strapi).siteUrl}/your-place/confirm/${confirmationTokenOf(servicesOf(strapi).linkKeys, id)}`;
