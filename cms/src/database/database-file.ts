import { statSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { codeOf } from '#src/text/describe-error';
import { saveOpenDatabase } from './save-open-database';
import { StorageError } from './storage-error';

/** How the path of the database stands to the file that is open. */
interface Place {
  isInPlace: boolean;
  /** For the person who runs the CMS: what happened, what was saved and what to do. Anybody may read it. */
  message: string;
}

const lost = 'The database file was deleted or replaced while the CMS is running, so nothing is stored';
const guide = '“Database file gone” in docs/guide/operations.md says how to go on';

/**
 * The SQLite file that this process has open. Deleting it or putting another one in its place goes unnoticed by SQLite:
 * everything would be written into a file without a name, which ends with the process.
 */
export class DatabaseFile {
  readonly #strapi: Core.Strapi;
  readonly #path: string;
  #opened: string | null = null;
  /** The copy of what is in the open file, while that is not in its place. */
  #saving: Promise<string> | null = null;
  #outcome = '';

  constructor(strapi: Core.Strapi, file: string) {
    this.#strapi = strapi;
    this.#path = file;
  }

  /** Device and inode of what the path names; null for nothing, or for what can't be reached. */
  #present(): string | null {
    try {
      const { dev, ino } = statSync(this.#path, { bigint: true });
      return `${dev}:${ino}`;
    } catch {
      return null;
    }
  }

  /** Remembers which file is open; called once it is. */
  remember(): void {
    this.#opened = this.#present();
  }

  /** Compares; the first time that the file is not in its place, what is in it is saved and the log says so. */
  look(): Place {
    if (this.#opened === null || this.#present() === this.#opened) {
      this.#saving = null;
      return { isInPlace: true, message: 'The database file is in its place.' };
    }
    if (this.#saving === null) this.#save();
    return { isInPlace: false, message: `${lost}. ${this.#outcome}` };
  }

  /** @throws StorageError when what is written would not be in the file that the path names */
  requireInPlace(): void {
    const { isInPlace, message } = this.look();
    if (!isInPlace) throw new StorageError(message);
  }

  /** Looks once more and waits for the copy; before the connection is closed, which ends the file without a name. */
  async settle(): Promise<void> {
    if (!this.look().isInPlace) await this.#saving?.catch(() => undefined);
  }

  #save(): void {
    this.#outcome = 'What it contained is being saved beside it: don’t stop the CMS yet.';
    const saving = saveOpenDatabase(this.#strapi, path.dirname(this.#path));
    this.#saving = saving;
    const report = (outcome: string): void => {
      this.#outcome = outcome;
      this.#strapi.log.error(`${lost}. ${outcome}`);
    };
    saving.then(
      (copy) => report(`What it contained is saved beside it as ${path.basename(copy)}: ${guide}.`),
      (error: unknown) => {
        // Tried again by whoever looks next.
        if (this.#saving === saving) this.#saving = null;
        report(
          `What it contained could not be saved (${codeOf(error)}): don’t stop the CMS, but make room and see that the folder exists.`,
        );
      },
    );
  }
}

const key = 'quiet-room-database-file';

/** Watches the SQLite file from here on; does nothing with PostgreSQL. */
export const watchDatabaseFile = (strapi: Core.Strapi): DatabaseFile | null => {
  const { filename } = strapi.config.get<{ filename?: string }>('database.connection.connection');
  const file = filename === undefined ? null : new DatabaseFile(strapi, filename);
  strapi.add(key, () => file);
  return file;
};

/** Returns the SQLite file that this process has open; null with PostgreSQL. */
export const databaseFileOf = (strapi: Core.Strapi): DatabaseFile | null => strapi.get<DatabaseFile | null>(key);
