import type { Core } from '@strapi/strapi';
import type { Permission } from '#src/security/permission';
import { fieldService, type Right, roleService } from './admin-services';
import { counsellorRights, type RoleRights, type TypeRights, webTeamRights } from './role-permissions';

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

const ours = [
  {
    key: 'counsellor',
    code: roleCodes.counsellor,
    name: 'Counsellor',
    description: 'Writes posts and pages and looks after the practice.',
    rights: counsellorRights,
  },
  {
    key: 'webTeam',
    code: roleCodes.webTeam,
    name: 'Web team',
    description: 'Settings, media, old addresses and search engines. Can’t read anything that readers send.',
    rights: webTeamRights,
  },
] as const;

const emergency = {
  name: 'Emergency (super admin)',
  description: 'Can do and read everything. Only for emergencies: for daily work, sign in as counsellor or web team.',
};

const under = (names: readonly string[]) => (field: string) =>
  names.some((name) => field === name || field.startsWith(`${name}.`));

const fieldsFor = (all: string[], action: string, { hidden = [], fixed = [], changes }: TypeRights): string[] => {
  const readable = all.filter((field) => !under(hidden)(field));
  if (action === 'read') return readable;
  return readable.filter((field) => !under(fixed)(field) && (changes === undefined || under(changes)(field)));
};

/**
 * Returns permissions as Strapi stores them: deleting and publishing apply to whole documents, everything else to
 * fields.
 */
const rightsOf = ({ types, actions }: RoleRights, allFields: (uid: string) => string[]): Right[] => [
  ...types.flatMap((type) =>
    type.may.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: type.uid,
      properties:
        action === 'delete' || action === 'publish' ? {} : { fields: fieldsFor(allFields(type.uid), action, type) },
      conditions: [],
    })),
  ),
  ...actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
];

const removeUnused = async (strapi: Core.Strapi, code: string): Promise<void> => {
  const roles = roleService(strapi);
  const role = await roles.findOne({ code });
  if (!role) return;
  await roles.assignPermissions(role.id, []);
  if ((await roles.getUsersCount(role.id)) === 0)
    await strapi.db.query('admin::role').delete({ where: { id: role.id } });
};

/**
 * Sets the two roles to exactly the permissions of role-permissions.ts and of the features, describes what
 * the super admin is for, and removes Strapi's Editor and Author, which may read every content type.
 */
export const setUpRoles = async (strapi: Core.Strapi, permissions: readonly Permission[]): Promise<void> => {
  const roles = roleService(strapi);
  const allFields = (uid: string) =>
    fieldService(strapi).getNestedFields(strapi.contentType(uid as Parameters<typeof strapi.contentType>[0]), {
      components: strapi.components,
    });
  for (const { key, code, name, description, rights } of ours) {
    const role = (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
    const ofFeatures = permissions.filter((permission) => permission.roles.includes(key)).map(({ action }) => action);
    const actions = [...rights.actions, ...ofFeatures];
    await roles.assignPermissions(role.id, rightsOf({ ...rights, actions }, allFields));
  }
  await strapi.db.query('admin::role').update({ where: { code: roleCodes.emergency }, data: emergency });
  for (const code of ['strapi-editor', 'strapi-author']) await removeUnused(strapi, code);
};
