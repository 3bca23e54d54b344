import type { Permission } from '#src/security/permission';

export const seeBackups: Permission = {
  action: 'api::backup.see',
  displayName: 'See when the last backup was made and proven',
  roles: ['counsellor', 'webTeam'],
};
