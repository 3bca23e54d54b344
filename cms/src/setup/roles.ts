import type { Core, UID } from '@strapi/strapi';
import type { Feature } from '#src/feature';
import { type AccessRules, contentRights } from '#src/security/content-access';
import type { Permission, RoleKey } from '#src/security/permission';
import { type Right, roleService } from './admin-services';

interface ActionProvider {
  registerMany(actions: { uid: string; section: string; category: string; displayName: string }[]): Promise<void>;
}

/** Registers permissions with Strapi; must be called in `register`. The super admin has all of them. */
export const registerPermissions = async (strapi: Core.Strapi, permissions: readonly Permission[]): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  await actionProvider.registerMany(
    permissions.map(({ action, displayName }) => ({
      // Strapi puts the `api::` in front by itself.
      uid: action.replace(/^api::/, ''),
      section: 'settings',
      category: 'Quiet Room',
      displayName,
    })),
  );
};

/** The roles for which accounts are created. `strapi-super-admin` is Strapi's own code and can't be changed. */
export const roleCodes = { counsellor: 'counsellor', webTeam: 'web-team', emergency: 'strapi-super-admin' } as const;

const ours: readonly { key: RoleKey; code: string; name: string; description: string }[] = [
  {
    key: 'counsellor',
    code: roleCodes.counsellor,
    name: 'Counsellor',
    description: 'Writes posts and pages and looks after the practice.',
  },
  {
    key: 'webTeam',
    code: roleCodes.webTeam,
    name: 'Web team',
    description:
      'How the practice is presented, media, old addresses and search engines. Can’t read what readers send.',
  },
];

const emergency = {
  name: 'Emergency (super admin)',
  description: 'Can do and read everything. Only for emergencies: for daily work, sign in as counsellor or web team.',
};

/**
 * The media library, for both roles. Of Strapi's own permissions these are all that are needed. Left out on purpose,
 * because each would open a side door to what readers send: webhooks, tokens, accounts, roles, and the configuration of
 * forms, which hides a field from the counsellor.
 */
const mediaActions = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
] as const;

/**
 * Returns what is open in the content manager, as all features together say.
 * @public Tests compare it with what Strapi lets each role do.
 */
export const accessRulesOf = (strapi: Core.Strapi, features: readonly Feature[]): AccessRules => ({
  types: features.flatMap(({ contentAccess = [] }) => contentAccess),
  components: features.flatMap(({ componentAccess = [] }) => componentAccess),
  modelOf: (uid) => strapi.contentTypes[uid as UID.ContentType] ?? strapi.components[uid as UID.Component],
});

/** Returns all permissions of a role as Strapi stores them. */
const rightsOf = (role: RoleKey, rules: AccessRules, permissions: readonly Permission[]): Right[] => [
  ...contentRights(rules, role).map(({ action, uid, fields }) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: uid,
    properties: fields ? { fields: [...fields] } : {},
    conditions: [],
  })),
  ...[...mediaActions, ...permissions.filter(({ roles }) => roles.includes(role)).map(({ action }) => action)].map(
    (action) => ({ action, subject: null, properties: {}, conditions: [] }),
  ),
];

/**
 * What Strapi gives its super admin for pages whose routes are closed to everybody: without them, the admin doesn't
 * offer these pages. See `needed-routes.ts`.
 */
const superfluous = [
  'admin::api-tokens.',
  'admin::admin-tokens.',
  'admin::transfer.',
  'admin::webhooks.',
  'admin::marketplace.',
  'admin::roles.create',
  'admin::roles.update',
  'admin::roles.delete',
  'admin::project-settings.update',
  'plugin::content-type-builder.',
  'plugin::content-manager.single-types.configure-view',
  'plugin::content-manager.collection-types.configure-view',
  'plugin::content-manager.components.configure-layout',
  'plugin::email.',
  'plugin::i18n.',
  'plugin::upload.settings.',
  'plugin::upload.configure-view',
];

const limitSuperAdmin = async (strapi: Core.Strapi): Promise<void> => {
  const granted = (await strapi.db
    .query('admin::permission')
    .findMany({ select: ['id', 'action'], where: { role: { code: roleCodes.emergency } } })) as {
    id: number;
    action: string;
  }[];
  const ids = granted.filter(({ action }) => superfluous.some((name) => action.startsWith(name))).map(({ id }) => id);
  await strapi.db.query('admin::permission').deleteMany({ where: { id: { $in: ids } } });
};

const removeUnused = async (strapi: Core.Strapi, code: string): Promise<void> => {
  const roles = roleService(strapi);
  const role = await roles.findOne({ code });
  if (!role) return;
  await roles.assignPermissions(role.id, []);
  if ((await roles.getUsersCount(role.id)) === 0)
    await strapi.db.query('admin::role').delete({ where: { id: role.id } });
};

/**
 * Sets the two roles to exactly what the features name, describes what the super admin is for and takes from it what is
 * closed, and removes Strapi's Editor and Author, which may read every content type.
 */
export const setUpRoles = async (strapi: Core.Strapi, features: readonly Feature[]): Promise<void> => {
  const roles = roleService(strapi);
  const rules = accessRulesOf(strapi, features);
  const permissions = features.flatMap((feature) => feature.permissions ?? []);
  for (const { key, code, name, description } of ours) {
    const role = (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
    await roles.assignPermissions(role.id, rightsOf(key, rules, permissions));
  }
  await strapi.db.query('admin::role').update({ where: { code: roleCodes.emergency }, data: emergency });
  await limitSuperAdmin(strapi);
  for (const code of ['strapi-editor', 'strapi-author']) await removeUnused(strapi, code);
};
