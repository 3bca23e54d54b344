import type { LinkKeys } from '#src/security/link-keys';

const unseen = /\p{Cf}/gu;
const apostrophes = /[‘’ʼʹ´`＇]/g;
const dashes = /\p{Pd}/gu;

/** A name as it is compared: however it was capitalised, spaced, and typed on whichever keyboard. */
const comparable = (name: string): string =>
  name
    .toWellFormed()
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * What is kept of the name on a certificate: enough to say whether another one is the same (`sameName`), and nothing that could be
 * read. The number goes in, so that two certificates of one person don't look alike.
 */
export const nameMac = (keys: LinkKeys, number: string, name: string): string =>
  keys.sign('certificate name', number, comparable(name));

/** Whether the certificate of this number, with this MAC, was given to somebody of that name. */
export const sameName = (keys: LinkKeys, mac: string, number: string, name: string): boolean =>
  keys.verify(mac, 'certificate name', number, comparable(name));
