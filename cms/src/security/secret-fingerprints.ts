import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { tableRows } from '#src/database/unit-of-work';

/** Secrets that something stored or sent depends on, and what stops working when they change. */
const consequences = {
  LINK_SECRET: 'every private link and every link in an email that was sent before has stopped working',
  ENCRYPTION_KEY: 'what was encrypted with it can’t be read any more',
} as const;

type SecretName = keyof typeof consequences;
export type Secrets = Readonly<Record<SecretName, string>>;
const names = Object.keys(consequences) as SecretName[];

interface FingerprintRow {
  secret: string;
  fingerprint: string;
}

const fingerprintRows = tableRows<FingerprintRow>('secret_fingerprints');

/** Half of a MAC of a fixed text: enough to tell two secrets apart, of no use to find one. */
export const fingerprintOf = (name: SecretName, secret: string): string =>
  createHmac('sha256', secret).update(`fingerprint of ${name}`).digest('hex').slice(0, 32);

/** Names the secrets whose fingerprints differ from the stored ones; those without one are new, not changed. */
export const changedSecrets = (secrets: Secrets, stored: ReadonlyMap<string, string>): SecretName[] =>
  names.filter((name) => {
    const known = stored.get(name);
    return known !== undefined && known !== fingerprintOf(name, secrets[name]);
  });

/** Returns what to tell the web team about a secret that is not the same as at the last start. */
export const changedSecretMessage = (name: SecretName): string =>
  `${name} is not the same as before, so ${consequences[name]}. Put the old value back (it is in the .env of your backup) and restart. If you changed it on purpose, start once with ACCEPT_NEW_SECRETS=true.`;

/** Creates the table of fingerprints; runs at each start. */
const createTable = (strapi: Core.Strapi) =>
  strapi.db.connection.raw(
    'create table if not exists secret_fingerprints (secret varchar(40) primary key, fingerprint varchar(64) not null)',
  );

/**
 * Compares the secrets with those of the first start, stores fingerprints of new ones, and of all when `accept` says
 * that a change was meant. Returns the names of those that have changed.
 */
export const compareSecrets = async (strapi: Core.Strapi, secrets: Secrets, accept: boolean): Promise<SecretName[]> => {
  await createTable(strapi);
  const rows = await fingerprintRows(strapi).select('secret', 'fingerprint');
  const stored = new Map(rows.map(({ secret, fingerprint }) => [secret, fingerprint]));
  const changed = changedSecrets(secrets, stored);
  const insert = fingerprintRows(strapi)
    .insert(names.map((name) => ({ secret: name, fingerprint: fingerprintOf(name, secrets[name]) })))
    .onConflict('secret');
  await (accept ? insert.merge() : insert.ignore());
  return accept ? [] : changed;
};
