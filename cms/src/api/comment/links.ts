import type { Core } from '@strapi/strapi';
import type { LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';

/** Crockford's base 32: no I, L, O and U, which look or sound like other characters. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

/** What a private link opens: a comment, and which of its links it is (renewing ends the earlier ones). */
export interface PrivateLink {
  number: number;
  linkVersion: number;
}

/**
 * Returns the secret part of a private link. It is derived whenever it is needed, so the database holds nothing to
 * steal.
 */
export const privateTokenOf = (keys: LinkKeys, { number, linkVersion }: PrivateLink): string =>
  `${number}.${linkVersion}.${keys.sign('private link', number, linkVersion)}`;

/** Returns what a token opens; null unless these keys made it. The row says whether its version still holds. */
export const readPrivateToken = (keys: LinkKeys, token: string): PrivateLink | null => {
  const [number = '', linkVersion = '', mac = ''] = token.split('.');
  const link = { number: Number(number), linkVersion: Number(linkVersion) };
  return keys.verify(mac, 'private link', link.number, link.linkVersion) ? link : null;
};

/** Returns functions that build the addresses of a comment on its post's page and of its writer's private page. */
export const commentLinks = (strapi: Core.Strapi) => {
  const { siteUrl } = settingsOf(strapi);
  return {
    onPage: (slug: string, number: number): string => new URL(`/blog/${slug}/comments/${number}`, siteUrl).href,
    private: (link: PrivateLink): string =>
      new URL(`/your-comment/${privateTokenOf(servicesOf(strapi).linkKeys, link)}`, siteUrl).href,
  };
};

/** Returns the eight characters to write down: 40 bits of a MAC, which is enough only because guesses are limited. */
export const privateCodeOf = (keys: LinkKeys, { number, linkVersion }: PrivateLink): string =>
  [...keys.mac('private code', number, linkVersion).subarray(0, 8)].map((byte) => alphabet[byte & 31]).join('');

/** What a link in an email to the counsellor decides about: a comment in the version that the email showed. */
export interface DecisionLink {
  number: number;
  version: number;
}

/** Returns the secret part of a link that can decide about a comment for seven days from `now`. Nothing is stored. */
export const decisionTokenOf = (keys: LinkKeys, { number, version }: DecisionLink, now: Date): string => {
  const expires = Math.floor((now.getTime() + sevenDaysMs) / 1000);
  return `${number}.${version}.${expires}.${keys.sign('decision link', number, version, expires)}`;
};

/** Returns what a token decides about; null unless these keys made it and it has not expired. */
export const readDecisionToken = (keys: LinkKeys, token: string, now: Date): DecisionLink | null => {
  const [number = '', version = '', expires = '', mac = ''] = token.split('.');
  const link = { number: Number(number), version: Number(version) };
  return keys.verify(mac, 'decision link', link.number, link.version, Number(expires)) &&
    Number(expires) * 1000 > now.getTime()
    ? link
    : null;
};
