import { parseArgs } from 'node:util';
import { UsageError } from '#src/cli/run-command';

export interface BackupArguments {
  /** Instead of BACKUP_DIR. */
  to: string | null;
  keepDays: number;
  rehearse: boolean;
  /** What `rehearse` opens a backup with that was encrypted for a recipient. */
  identity: string | null;
}

export interface RestoreArguments {
  /** The backup; null to undo a restore that was interrupted. */
  file: string | null;
  /** Writes the settings of the backup only. */
  envOnly: boolean;
  identity: string | null;
  sure: boolean;
  discardPresent: boolean;
}

/** How long backups are kept, in days, and how long they may be. */
export const defaultKeepDays = 35;
const maxKeepDays = 400;

export const backupUsage = `Makes one file of the database, the uploads, the settings with their secrets, and the record of erasures.

  npm run backup [-- --to <folder>] [--keep-days ${defaultKeepDays}] [--rehearse [--identity <file>]]

  --to          the folder that backups are written to; BACKUP_DIR otherwise, or “backups” in DATA_DIR
  --keep-days   deletes backups in that folder that are older, so that what was erased ends there, too
  --rehearse    restores the new backup into a scratch place, compares it, opens the site there and reads ten
                pages, and notes that it was proven
  --identity    the file with the age identity that --rehearse needs for a backup that is encrypted for a recipient

The site may run meanwhile. Set BACKUP_RECIPIENTS (age1…) or BACKUP_PASSPHRASE to encrypt backups.
`;

export const restoreUsage = `Puts a backup in the place of the present site, or into an empty one. The site must be stopped.

  npm run restore -- <file> [--yes] [--identity <file>] [--discard-present]
  npm run restore -- --undo

  --yes               replaces the site that is there; without it, only says what would happen
  --identity          the file with the age identity that the backup was encrypted for; BACKUP_PASSPHRASE is used, too
  --discard-present   does not back up the site that is there first, for instance because its database is damaged
  --undo              puts back the site that was there before a restore that was interrupted; a start does it, too
  --env-only          writes the settings of the backup to .env if there is no such file, and does nothing else

The backup is checked first. If anything fails or is interrupted, the site that was there is put back.
`;

const backupOptions = {
  to: { type: 'string' },
  'keep-days': { type: 'string' },
  rehearse: { type: 'boolean', default: false },
  identity: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const restoreOptions = {
  yes: { type: 'boolean', default: false },
  identity: { type: 'string' },
  'discard-present': { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
  'env-only': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsing = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch {
    throw new UsageError('There is no such option, or an option has no value after it.');
  }
};

const daysOf = (text: string | undefined): number => {
  if (text === undefined) return defaultKeepDays;
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > maxKeepDays)
    throw new UsageError(`“--keep-days” takes a number of days from 1 to ${maxKeepDays}.`);
  return days;
};

/**
 * Parses the arguments of `npm run backup`; null if the usage was asked for.
 * @throws UsageError
 */
export const parseBackupArguments = (args: string[]): BackupArguments | null => {
  const { values } = parsing(() => parseArgs({ args, options: backupOptions }));
  if (values.help) return null;
  const { to = null, identity = null, rehearse } = values;
  return { to, keepDays: daysOf(values['keep-days']), rehearse, identity };
};

/**
 * Parses the arguments of `npm run restore`; null if there are none or the usage was asked for.
 * @throws UsageError
 */
export const parseRestoreArguments = (args: string[]): RestoreArguments | null => {
  const { values, positionals } = parsing(() => parseArgs({ args, options: restoreOptions, allowPositionals: true }));
  if (values.help || args.length === 0) return null;
  const [file, ...more] = positionals;
  if (values.undo ? file !== undefined : file === undefined)
    throw new UsageError(values.undo ? '“--undo” takes no file.' : 'Which backup? Name its file.');
  if (more.length > 0) throw new UsageError('One backup at a time, please.');
  return {
    file: file ?? null,
    envOnly: values['env-only'],
    identity: values.identity ?? null,
    sure: values.yes,
    discardPresent: values['discard-present'],
  };
};
