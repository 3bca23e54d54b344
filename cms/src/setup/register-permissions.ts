import type { Core } from '@strapi/strapi';
import type { Permission } from '#src/security/permission';

interface ActionProvider {
  registerMany(actions: { uid: string; section: string; category: string; displayName: string }[]): Promise<void>;
}

/** Makes permissions known to Strapi; `roles.ts` gives them to roles, the super admin has all. From `register`. */
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
