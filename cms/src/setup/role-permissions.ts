/**
 * What a role may do with one content type. `hidden` fields can't be read, `fixed` ones can't be changed, and `changes`
 * lists the only ones that can.
 */
export interface TypeRights {
  uid: string;
  may: readonly ('create' | 'read' | 'update' | 'delete' | 'publish')[];
  hidden?: readonly string[];
  fixed?: readonly string[];
  changes?: readonly string[];
}

export interface RoleRights {
  types: readonly TypeRights[];
  /** Strapi's own actions that concern no content type; those of features are in their permissions. */
  actions: readonly string[];
}

const media = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
] as const;

/** Fields that the CMS computes; they are hidden in the admin. */
const computed = ['readingMinutes', 'firstWords'] as const;
const everything = ['create', 'read', 'update', 'delete', 'publish'] as const;
const everythingAtOnce = ['create', 'read', 'update', 'delete'] as const;

/** The counsellor's content and nothing technical. There is one practice: it is filled in, never created or deleted. */
export const counsellorRights: RoleRights = {
  types: [
    { uid: 'api::post.post', may: everything, hidden: computed, fixed: ['updated'] },
    { uid: 'api::page.page', may: everything },
    { uid: 'api::workshop.workshop', may: everything, hidden: ['endsAt'], fixed: ['startsAt'] },
    { uid: 'api::author.author', may: everythingAtOnce, hidden: ['posts'] },
    { uid: 'api::topic.topic', may: everythingAtOnce, hidden: ['posts'] },
    { uid: 'api::practice.practice', may: ['read', 'update'] },
  ],
  actions: media,
};

/**
 * Settings, media and what search engines and old links need. An allow-list: a content type that is added later stays
 * closed until it is listed here, and no type that holds what readers sent may be.
 *
 * Left out on purpose, because each would open a side door to what readers send:
 * - webhooks: Strapi sends whole entries of every type to whatever address a webhook names;
 * - API, admin and transfer tokens: a token reads what its maker chooses, a transfer token copies the whole database;
 * - making or changing accounts and roles: one could sign in as the counsellor, or take over that role.
 * Those belong to the emergency account. Publishing stays with the counsellor, too.
 */
export const webTeamRights: RoleRights = {
  types: [
    { uid: 'api::post.post', may: ['read', 'update'], hidden: computed, changes: ['redirects', 'seo'] },
    { uid: 'api::page.page', may: ['read', 'update'], changes: ['redirects', 'seo'] },
    {
      uid: 'api::workshop.workshop',
      may: ['read', 'update'],
      hidden: ['endsAt', 'joiningDetails'],
      changes: ['redirects', 'seo'],
    },
    { uid: 'api::author.author', may: ['read'], hidden: ['posts'] },
    { uid: 'api::topic.topic', may: ['read', 'update'], hidden: ['posts'], changes: ['redirects'] },
    { uid: 'api::practice.practice', may: ['read', 'update'] },
  ],
  actions: [...media, 'plugin::upload.configure-view', 'admin::users.read', 'admin::roles.read'],
};
