import type { Permission } from '#src/security/permission';

export const manageCalls: Permission = {
  action: 'api::call.manage',
  displayName: 'Manage introductory calls',
  roles: ['counsellor'],
};
