import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CommandError } from '#src/cli/run-command';
import type { DecryptionKeys, Encryption } from './archive/encryption';
import { type PostgresDatabase, postgresDatabase } from './database/postgres';
import { type SqliteDatabase, sqliteDatabase } from './database/sqlite';

/** Where the site that is backed up or restored keeps its things. Paths are absolute. */
export interface SitePlace {
  dataDir: string;
  uploadsDir: string;
  /** Where archives are written to. */
  backupDir: string;
  database: SqliteDatabase | PostgresDatabase;
  /** Uploads are in an S3 bucket, which archives do not contain. */
  usesBucket: boolean;
  /** The file with the settings; null where they come from the environment alone, as in a container. */
  envFile: string | null;
  /** The settings by name, as this process has them. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Where the CMS answers if it runs. */
  healthUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const settingOf = (environment: Environment, name: string): string | null => environment[name]?.trim() || null;

const databaseUrl = z.url({ protocol: /^postgres(?:ql)?$/ });

/** @throws CommandError when DATABASE_URL can't be used */
const databaseOf = (environment: Environment, dataDir: string): SitePlace['database'] => {
  const url = settingOf(environment, 'DATABASE_URL');
  if (url === null) return sqliteDatabase(dataDir);
  if (!databaseUrl.safeParse(url).success)
    throw new CommandError('DATABASE_URL is not an address such as postgres://user:password@host:5432/name.');
  return postgresDatabase(url);
};

/** An address that a process listens on, as another process on this machine reaches it. */
const hostToAsk = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

/**
 * Returns where the site of these settings keeps its things.
 * @throws CommandError when a setting can't be used
 */
export const placeOf = (environment: Environment): SitePlace => {
  const dataDir = path.resolve(settingOf(environment, 'DATA_DIR') ?? '.data');
  const port =
    settingOf(environment, 'CMS_PORT') ?? (new URL(environment.CMS_URL ?? 'http://localhost:1337').port || '1337');
  return {
    dataDir,
    uploadsDir: path.join(dataDir, 'public', 'uploads'),
    backupDir: path.resolve(settingOf(environment, 'BACKUP_DIR') ?? path.join(dataDir, 'backups')),
    database: databaseOf(environment, dataDir),
    usesBucket: settingOf(environment, 'S3_BUCKET') !== null,
    envFile: settingOf(environment, 'ENV_FILE'),
    environment,
    healthUrl: `http://${hostToAsk(settingOf(environment, 'HOST') ?? '127.0.0.1')}:${port}/_health`,
  };
};

/** Whoever has a copy can try as many as they like. */
const minPassphraseLength = 16;

/**
 * Returns how backups are encrypted: for the recipients of BACKUP_RECIPIENTS, with BACKUP_PASSPHRASE, or not at all.
 * @throws CommandError when both are set
 */
export const encryptionOf = (environment: Environment): Encryption => {
  const passphrase = settingOf(environment, 'BACKUP_PASSPHRASE');
  const recipients = (settingOf(environment, 'BACKUP_RECIPIENTS') ?? '').split(/[\s,]+/).filter(Boolean);
  if (passphrase !== null && recipients.length > 0)
    throw new CommandError('Set BACKUP_PASSPHRASE or BACKUP_RECIPIENTS, not both.');
  if (passphrase !== null) return { kind: 'passphrase', passphrase };
  return recipients.length > 0 ? { kind: 'recipients', recipients } : { kind: 'none' };
};

/** @throws CommandError when a new backup would be encrypted with a passphrase that is too short */
export const requireLongPassphrase = (encryption: Encryption): void => {
  if (encryption.kind !== 'passphrase' || encryption.passphrase.length >= minPassphraseLength) return;
  throw new CommandError(
    `BACKUP_PASSPHRASE is too short to protect a backup: use at least ${minPassphraseLength} characters, for example five words.`,
  );
};

/**
 * Returns the text of an identity file; null if none was named.
 * @throws CommandError when it can't be read
 */
export const readIdentity = (file: string | null): Promise<string | null> =>
  file === null
    ? Promise.resolve(null)
    : readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new CommandError(`The identity file can’t be read (${error.code ?? error.message}).`);
      });

/** Returns what an encrypted backup is opened with: BACKUP_PASSPHRASE, and the text of an identity file. */
export const decryptionKeys = (environment: Environment, identities: string | null): DecryptionKeys => ({
  passphrase: settingOf(environment, 'BACKUP_PASSPHRASE'),
  identities,
});
