import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';

/** What a feature erased about a person, and what has to be cleaned up once that is committed. */
interface ErasedData {
  /** How many of what, such as `{ comments: 2 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Ids of erased emails, whose files are removed, too. */
  readonly emailIds: readonly number[];
  /** The email addresses as they were stored. */
  readonly addresses: readonly string[];
  /** Slugs of the posts whose pages must be purged from the site's cache. */
  readonly postSlugs: readonly string[];
}

/** Finds and erases what a feature holds about whoever uses an email address. */
export interface PersonalData {
  /** Returns what is held, in the shape of the privacy page's contract. */
  readonly find: (uow: UnitOfWork, address: string) => Promise<object>;
  readonly erase: (strapi: Core.Strapi, address: string, now: Date) => Promise<ErasedData>;
}
