import type { Core } from '@strapi/strapi';
import { isSameSecret, type LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { CommentRow } from './comment-rows';

/** Crockford's base 32: no I, L, O and U, which look or sound like other characters. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

/** What the private link of a comment is derived from: renewing it, and confirming the address, raises its version. */
export type PrivateLink = Pick<CommentRow, 'id' | 'link_version' | 'secret'>;

/**
 * Returns the secret part of a private link. It is derived whenever it is needed, so the database holds no link to
 * steal.
 */
export const privateTokenOf = (keys: LinkKeys, { id, link_version, secret }: PrivateLink): string =>
  `${id}.${link_version}.${keys.sign('private link', id, link_version, secret)}`;

/** Returns whether a token is that of the comment's current private link. */
export const isPrivateTokenOf = (keys: LinkKeys, token: string, row: PrivateLink): boolean =>
  isSameSecret(token, privateTokenOf(keys, row));

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
export const privateCodeOf = (keys: LinkKeys, { id, link_version, secret }: PrivateLink): string =>
  [...keys.mac('private code', id, link_version, secret).subarray(0, 8)].map((byte) => alphabet[byte & 31]).join('');

/** What a link in an email to the counsellor decides about: a comment in the version that the email showed. */
export type DecisionLink = Pick<CommentRow, 'id' | 'version'>;

/** When a decision link was made: it works in this period, and until it expires (seconds since 1970). */
interface Validity {
  period: string;
  expires: number;
}

const signDecision = (
  keys: LinkKeys,
  { id, version, secret }: DecisionLink & Pick<CommentRow, 'secret'>,
  { period, expires }: Validity,
): string => keys.sign('decision link', id, version, expires, period, secret);

/**
 * Returns the secret part of a link that can decide about a comment for seven days from `now`. Nothing is stored.
 *
 * @param period the present one (`linkPeriod`)
 */
export const decisionTokenOf = (
  keys: LinkKeys,
  row: DecisionLink & Pick<CommentRow, 'secret'>,
  { period, now }: { period: string; now: Date },
): string => {
  const expires = Math.floor((now.getTime() + sevenDaysMs) / 1000);
  return `${row.id}.${row.version}.${expires}.${period}.${signDecision(keys, row, { period, expires })}`;
};

/**
 * Returns which version of a comment a token decides about, and `ended` if it has expired or its period is over; null
 * unless these keys made it for this comment. The comment may have another version by now.
 *
 * @param present the period of now (`linkPeriod`)
 */
export const readDecisionToken = (
  keys: LinkKeys,
  token: string,
  { id, secret }: Pick<CommentRow, 'id' | 'secret'>,
  { period: present, now }: { period: string; now: Date },
): DecisionLink | 'ended' | null => {
  const [, version = '', until = '', period = '', mac = ''] = token.split('.');
  const [link, expires] = [{ id, version: Number(version) }, Number(until)];
  if (!isSameSecret(mac, signDecision(keys, { ...link, secret }, { period, expires }))) return null;
  return expires * 1000 > now.getTime() && period === present ? link : 'ended';
};
