import type { Core } from '@strapi/strapi';
import { isSameSecret, type LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { RegistrationRow } from './registration-rows';

type Identity = Pick<RegistrationRow, 'id' | 'secret'>;
/** What a private link is derived from: replacing a link raises its version. */
type RegistrationLink = Identity & Pick<RegistrationRow, 'link_version'>;

/** Returns the secret part of a registration's private link. It is not stored, but computed whenever it is needed. */
export const registrationTokenOf = (keys: LinkKeys, { id, link_version, secret }: RegistrationLink): string =>
  `${id}.${link_version}.${keys.sign('place link', id, link_version, secret)}`;

/** Returns whether a token is that of the registration's current private link. */
export const isRegistrationTokenOf = (keys: LinkKeys, token: string, row: RegistrationLink): boolean =>
  isSameSecret(token, registrationTokenOf(keys, row));

/** Returns the secret part of the link that confirms. It is only sent by email, so it proves access to the mailbox. */
export const confirmationTokenOf = (keys: LinkKeys, { id, secret }: Identity): string =>
  `${id}.${keys.sign('place confirmation', id, secret)}`;

/** Returns whether a token confirms this registration. */
export const isConfirmationTokenOf = (keys: LinkKeys, token: string, row: Identity): boolean =>
  isSameSecret(token, confirmationTokenOf(keys, row));

/** Returns the address of the page that manages a registration. */
export const privateLinkOf = (strapi: Core.Strapi, row: RegistrationLink): string =>
  `${settingsOf(strapi).siteUrl}/your-place/${registrationTokenOf(servicesOf(strapi).linkKeys, row)}`;

/** Returns the address of the page that confirms a registration. */
export const confirmationLinkOf = (strapi: Core.Strapi, row: Identity): string =>
  `${settingsOf(strapi).siteUrl}/your-place/confirm/${confirmationTokenOf(servicesOf(strapi).linkKeys, row)}`;
