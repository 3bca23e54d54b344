import type { LinkKeys } from '#src/security/link-keys';

/** A registration by its number, and which of its private links it is. */
export interface PlaceLink {
  number: number;
  linkVersion: number;
}

/** The secret part of the private link of a registration, made whenever it is needed. */
export const placeTokenOf = (keys: LinkKeys, { number, linkVersion }: PlaceLink): string =>
  `${number}.${linkVersion}.${keys.sign('place link', number, linkVersion)}`;

/** What it opens, or null when it was not made with these keys. */
export const readPlaceToken = (keys: LinkKeys, token: string): PlaceLink | null => {
  const [number = '', linkVersion = '', mac = ''] = token.split('.');
  const link = { number: Number(number), linkVersion: Number(linkVersion) };
  return keys.verify(mac, 'place link', link.number, link.linkVersion) ? link : null;
};

/** The secret of the link that confirms. It goes by mail only: who knows it can read that mailbox. */
export const confirmPlaceTokenOf = (keys: LinkKeys, number: number): string =>
  `${number}.${keys.sign('place confirmation', number)}`;

/** The registration that it confirms, or null. */
export const readConfirmPlaceToken = (keys: LinkKeys, token: string): number | null => {
  const [number = '', mac = ''] = token.split('.');
  return keys.verify(mac, 'place confirmation', Number(number)) ? Number(number) : null;
};
