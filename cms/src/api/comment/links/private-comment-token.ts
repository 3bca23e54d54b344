import type { LinkKeys } from '#src/security/link-keys';

/** Crockford's base 32: no I, L, O and U, which look or sound like others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a private link opens: a comment by its number, and which of its links it is (a renewed one ends the others). */
export interface LinkTo {
  number: number;
  linkVersion: number;
}

/** The secret part of a private link. Made from number and version whenever it is needed, so there is nothing in the database to steal. */
export const privateTokenOf = (keys: LinkKeys, { number, linkVersion }: LinkTo): string =>
  `${number}.${linkVersion}.${keys.sign('private link', number, linkVersion)}`;

/** What a token opens, or null when it was not made with these keys. Whether its version still holds is for the row to say. */
export const readPrivateToken = (keys: LinkKeys, token: string): LinkTo | null => {
  const [number = '', linkVersion = '', mac = ''] = token.split('.');
  const to = { number: Number(number), linkVersion: Number(linkVersion) };
  return keys.verify(mac, 'private link', to.number, to.linkVersion) ? to : null;
};

/** The eight characters to write down: 40 bits of a MAC. So short only because guesses are limited. */
export const privateCodeOf = (keys: LinkKeys, { number, linkVersion }: LinkTo): string =>
  [...keys.mac('private code', number, linkVersion).subarray(0, 8)].map((byte) => alphabet[byte & 31]).join('');
