import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import type { LinkKeys } from '#src/security/link-keys';

/**
 * A row of `certificates`: what a certificate says, without the name. `starts` and `ends` are the starts of the first
 * and the last session.
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

/** Returns a query of certificates, which joins the transaction if there is one. */
export const certificateRows = tableRows<CertificateRow>('certificates');

/** Crockford's base 32, without I, L, O and U, which people who copy from paper confuse with other characters. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 12;
const bitsEach = 5n;

/**
 * Returns the number of a certificate, such as `7GQ2-M04X-9TBN`: 60 bits of a MAC, so that nobody can guess or count
 * numbers, and a registration always has the same one. A later registration with the same id has another.
 */
export function certificateNumber(keys: LinkKeys, { id, secret }: Pick<RegistrationRow, 'id' | 'secret'>): string {
  const bits = keys.mac('certificate number', id, secret).readBigUInt64BE() >> (64n - bitsEach * BigInt(characters));
  const written = Array.from(
    { length: characters },
    (_, index) => alphabet[Number((bits >> (bitsEach * BigInt(characters - 1 - index))) & 31n)],
  ).join('');
  return written.replace(/(.{4})(?=.)/g, '$1-');
}

/** Deletes the certificate of a registration, if one was issued: its number no longer says that it is genuine. */
export const revokeCertificate = async (
  uow: UnitOfWork,
  registration: Pick<RegistrationRow, 'id' | 'secret'>,
): Promise<void> => {
  await certificateRows(uow)
    .where({ number: certificateNumber(uow.services.linkKeys, registration) })
    .delete();
};

const invisible = /\p{Cf}/gu;
const apostrophes = /[‘’ʼʹ´`＇]/g;
const dashes = /\p{Pd}/gu;

/** Returns a name for comparison, without differences in case, spacing, apostrophes and dashes. */
const comparable = (name: string): string =>
  name
    .toWellFormed()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Returns what is stored instead of the name on a certificate: a MAC, with which only `sameName` can compare another
 * name. It covers the number, so that two certificates of one person differ.
 */
export const nameMac = (keys: LinkKeys, number: string, name: string): string =>
  keys.sign('certificate name', number, comparable(name));

/** Returns whether a certificate with this number and MAC was issued to someone of this name. */
export const sameName = (keys: LinkKeys, mac: string, number: string, name: string): boolean =>
  keys.verify(mac, 'certificate name', number, comparable(name));
