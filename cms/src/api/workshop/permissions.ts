import type { Permission } from '#src/security/permission';

export const manageParticipants: Permission = {
  action: 'api::workshop.manage-participants',
  displayName: 'See and manage participants of workshops',
  roles: ['counsellor'],
};
