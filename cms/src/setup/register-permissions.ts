import type { Core } from '@strapi/strapi';
import { type DeskRight, deskRights } from './admin-permissions';

const names: Readonly<Record<DeskRight, string>> = {
  comments: 'Read and decide comments and notes',
  workshops: 'See who takes part in workshops, and act on it',
  outbox: 'See and retry letters that could not be delivered',
};

interface ActionProvider {
  registerMany(actions: { uid: string; section: string; category: string; displayName: string }[]): Promise<void>;
}

/** Makes the rights known to Strapi; role-rights.ts gives them to roles, the super admin has all. From `register`. */
export const registerDeskRights = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  const actions = Object.entries(deskRights).map(([right, action]) => ({
    uid: action.replace(/^api::/, ''),
    section: 'settings',
    category: 'Quiet Room',
    displayName: names[right as DeskRight],
  }));
  await actionProvider.registerMany(actions);
};
