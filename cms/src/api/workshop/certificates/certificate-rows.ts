import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows } from '#src/database/unit-of-work';
import type { LinkKeys } from '#src/security/link-keys';

/**
 * A certificate as its row has it: what it says, without the name. `starts` and `ends` are when the first and the last
 * session began.
 */
export interface CertificateRow extends Timestamps {
  number: string;
  name_mac: string;
  title: string;
  starts: string;
  ends: string;
  time_zone: string;
  cpd_hours: number | string;
  facilitator: string | null;
  practice: string;
  issued: StoredInstant;
}

/** The rows of certificates, inside a transaction if there is one. */
export const certificateRows = tableRows<CertificateRow>('certificates');

/** Crockford's base 32: no I, L, O or U, which are mistaken for others when somebody copies from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 12;
const bitsEach = 5n;

/**
 * The number of a certificate, such as `7GQ2-M04X-9TBN`: 60 bits of a MAC, so that nobody can guess one or count them,
 * and making the certificate of a registration again gives the same.
 */
export function certificateNumber(keys: LinkKeys, registrationNumber: number): string {
  const bits =
    keys.mac('certificate number', registrationNumber).readBigUInt64BE() >> (64n - bitsEach * BigInt(characters));
  const written = Array.from(
    { length: characters },
    (_, index) => alphabet[Number((bits >> (bitsEach * BigInt(characters - 1 - index))) & 31n)],
  ).join('');
  return written.replace(/(.{4})(?=.)/g, '$1-');
}

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
 * What is kept of the name on a certificate: enough to say whether another one is the same (`sameName`), and nothing
 * that could be read. The number goes in, so that two certificates of one person don't look alike.
 */
export const nameMac = (keys: LinkKeys, number: string, name: string): string =>
  keys.sign('certificate name', number, comparable(name));

/** Whether the certificate of this number, with this MAC, was given to somebody of that name. */
export const sameName = (keys: LinkKeys, mac: string, number: string, name: string): boolean =>
  keys.verify(mac, 'certificate name', number, comparable(name));
