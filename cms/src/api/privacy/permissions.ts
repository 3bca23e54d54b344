import type { Permission } from '#src/security/permission';

export const erasePersonalData: Permission = {
  action: 'api::privacy.erase',
  displayName: 'See and erase what is held about a person',
  roles: ['counsellor'],
};
