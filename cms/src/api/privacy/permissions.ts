import type { Permission } from '#src/security/permission';

export const managePersonalData: Permission = {
  action: 'api::privacy.erase',
  displayName: 'See and delete what is stored about a person',
  roles: ['counsellor'],
};
