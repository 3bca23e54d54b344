import type { Core } from '@strapi/strapi';
import type { PersonalData as PersonalDataResponse } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';

/** What a feature erased about a person, and what has to be cleaned up once that is committed. */
export interface ErasedParts {
  readonly comments?: number;
  readonly registrations?: number;
  readonly enquiries?: number;
  readonly calls?: number;
  /** Ids of deleted emails, whose files are deleted, too. */
  readonly emails: readonly number[];
  /** The email addresses as they were stored. */
  readonly addresses: readonly string[];
  /** Slugs of the posts whose pages must be purged from the site's cache. */
  readonly postSlugs?: readonly string[];
}

/** Something that was perhaps deleted before: `subject` names it, also when its number is given again. */
interface Removable {
  readonly subject: string;
  readonly removeAgain: () => Promise<unknown>;
}

/**
 * Finds and erases what a feature stores about whoever uses an email address. Addresses are passed normalised and in
 * lower case: capitals before the @ are stored as typed, and a person who asks for their data does not remember those.
 */
export interface PersonalData {
  /** The tables that contain personal data: deleted values are removed from their files, too. */
  readonly tables: readonly string[];
  /** Returns every address whose data it stores, as stored; one may come several times. */
  readonly addresses: (uow: UnitOfWork) => Promise<readonly string[]>;
  /**
   * Returns everything that people may delete by themselves, each under the name that the record of erasures has for it,
   * and how it is deleted again after a backup has brought it back.
   */
  readonly removable?: (strapi: Core.Strapi) => Promise<readonly Removable[]>;
  /** Returns the feature's sections of the privacy page's contract. */
  readonly find: (uow: UnitOfWork, address: string) => Promise<Partial<Omit<PersonalDataResponse, 'address'>>>;
  /** Deletes all of it, in transactions of its own; finds nothing left when it is called again. */
  readonly erase: (strapi: Core.Strapi, address: string, now: Date) => Promise<ErasedParts>;
}
