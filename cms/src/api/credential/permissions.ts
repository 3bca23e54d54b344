import type { Permission } from '#src/security/permission';

export const seeRenewals: Permission = {
  action: 'api::credential.see',
  displayName: 'See which credentials have to be renewed',
  roles: ['counsellor'],
};
