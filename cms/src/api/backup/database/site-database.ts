import type { DatabaseCopy } from '../archive/manifest';
import type { ArchiveItem } from '../archive/write-archive';

/** A copy of the database at one moment, in files. */
export interface CopiedDatabase {
  copy: DatabaseCopy;
  rows: Record<string, number>;
  items: ArchiveItem[];
}

/** What backups do with a database, besides the CMS that serves from it. */
export interface SiteDatabase {
  /**
   * Copies it into an empty folder, while the site runs or not.
   * @throws CommandError when there is none, or it can't be read
   */
  copyInto: (folder: string) => Promise<CopiedDatabase>;
  /** How large it is, in bytes, with what has not been moved into it yet. */
  size: () => Promise<number>;
  /** Whether it contains a site. */
  exists: () => Promise<boolean>;
  countRows: () => Promise<Record<string, number>>;
  /** Returns who uses it, as the end of a sentence; null if nobody does. */
  inUseBy: () => Promise<string | null>;
}
