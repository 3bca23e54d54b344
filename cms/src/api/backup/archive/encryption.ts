import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { CommandError } from '#src/cli/run-command';

/**
 * How an archive is encrypted: with the age format, which the `age` command reads, too.
 * @see https://age-encryption.org/v1
 */
export type Encryption =
  { kind: 'none' } | { kind: 'passphrase'; passphrase: string } | { kind: 'recipients'; recipients: readonly string[] };

/** What an encrypted archive can be opened with; either may be missing. */
export interface DecryptionKeys {
  passphrase: string | null;
  /** The text of an identity file: lines that begin with `AGE-SECRET-KEY-`, and comments. */
  identities: string | null;
}

/** How every encrypted archive begins. */
export const ageHeader = 'age-encryption.org/v1';

const encrypterFor = (encryption: Exclude<Encryption, { kind: 'none' }>): Encrypter => {
  const encrypter = new Encrypter();
  if (encryption.kind === 'passphrase') {
    encrypter.setPassphrase(encryption.passphrase);
    return encrypter;
  }
  for (const recipient of encryption.recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new CommandError(`“${recipient}” is not an age recipient: a whole one is “age1” and 58 more characters.`);
    }
  }
  return encrypter;
};

/**
 * Returns the stream encrypted, or as it is.
 * @throws CommandError for a recipient that is none
 */
export const encryptStream = async (plain: Readable, encryption: Encryption): Promise<Readable> => {
  if (encryption.kind === 'none') return plain;
  return Readable.fromWeb(await encrypterFor(encryption).encrypt(Readable.toWeb(plain)));
};

const addKeys = (decrypter: Decrypter, { passphrase, identities }: DecryptionKeys): void => {
  if (passphrase !== null) decrypter.addPassphrase(passphrase);
  const lines = (identities ?? '').split(/\r?\n/).map((line) => line.trim());
  for (const identity of lines.filter((line) => line !== '' && !line.startsWith('#'))) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      throw new CommandError('The identity file has a line that is not an age identity (AGE-SECRET-KEY-…).');
    }
  }
};

/**
 * Returns the content of an encrypted stream.
 * @throws CommandError when there is no key, or none that fits
 */
export const decryptStream = async (encrypted: Readable, keys: DecryptionKeys): Promise<Readable> => {
  if (keys.passphrase === null && keys.identities === null) {
    throw new CommandError(
      'This backup is encrypted: set BACKUP_PASSPHRASE, or name the file with its identity (--identity <file>).',
    );
  }
  const decrypter = new Decrypter();
  addKeys(decrypter, keys);
  try {
    return Readable.fromWeb(await decrypter.decrypt(Readable.toWeb(encrypted)));
  } catch (error) {
    throw new CommandError('This backup can’t be opened with that passphrase or identity.', { cause: error });
  }
};
