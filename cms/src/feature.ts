import type { Core } from '@strapi/strapi';
import type { EmailKind } from './api/email/define-email';
import type { MailboxUser } from './api/email/mailboxes/mailbox-user';
import type { DocumentRule } from './documents/document-rules';
import type { ReadinessCheck } from './health/readiness';
import type { AdminEndpoint } from './http/admin-endpoint';
import type { Job } from './jobs/jobs';
import type { PersonalData } from './personal-data';
import type { ComponentAccess, ContentAccess } from './security/content-access';
import type { Permission } from './security/permission';
import type { DemoStep } from './setup/seed/seed-demo';
import type { View } from './setup/views';

/**
 * What a feature brings to the CMS. The layers below the features (documents, http, database, setup) run what they are
 * handed and import no feature; `features.ts` lists all of them.
 */
export interface Feature {
  readonly name: string;
  /** What an admin role may be allowed to do, besides editing content types. */
  readonly permissions?: readonly Permission[];
  /** Who may read and change its content types in the content manager; what no feature names is closed. */
  readonly contentAccess?: readonly ContentAccess[];
  /** The fields of its components that are open wherever the component is. */
  readonly componentAccess?: readonly ComponentAccess[];
  /** Endpoints of the admin, below `/quiet-room`. */
  readonly adminEndpoints?: readonly AdminEndpoint[];
  /** Actions of the content API that the site's token may call, such as `api::post.blog.findPosts`. */
  readonly siteActions?: readonly string[];
  /** What happens whenever a document is created, changed, published or deleted. */
  readonly documentRules?: readonly DocumentRule[];
  /** Every kind of email that it causes. */
  readonly emails?: readonly EmailKind[];
  /** What happens to it when a reader's mailbox is confirmed or unsubscribed. */
  readonly mailboxUser?: MailboxUser;
  /** Extends Strapi’s own services and controllers; runs in `register`, before its routes are made. */
  readonly extendStrapi?: (strapi: Core.Strapi) => void;
  /** Scheduled jobs. */
  readonly jobs?: readonly Job[];
  /** What must be in order for the CMS to be ready (`/_ready`), besides the database, the disk, jobs and secrets. */
  readonly readiness?: readonly ReadinessCheck[];
  /** SQL statements that may run at each start: `create index if not exists …`, on tables of content types. */
  readonly indexes?: readonly string[];
  /** Creates tables and triggers that are no content type's; runs at each start. */
  readonly createTables?: (strapi: Core.Strapi) => Promise<unknown>;
  /** How the admin shows content types and components. */
  readonly views?: readonly View[];
  /** Creates what a new installation cannot do without; runs at each start, after the demo content. */
  readonly setUp?: (strapi: Core.Strapi) => Promise<unknown>;
  readonly demo?: readonly DemoStep[];
  /** How personal data of this feature is found and erased; `none` says that it holds no personal data. */
  readonly personalData: PersonalData | 'none';
}

const key = 'quiet-room-features';

/** Makes the features known to what is composed of all of them; called once, by the composition root. */
export const addFeatures = (strapi: Core.Strapi, features: readonly Feature[]): void => {
  strapi.add(key, () => features);
};

/** Returns all features of a running CMS. */
export const featuresOf = (strapi: Core.Strapi): readonly Feature[] => strapi.get<readonly Feature[]>(key);
