import type { Permission } from '#src/security/permission';

export const manageOwnSignIn: Permission = {
  action: 'api::account.sign-in',
  displayName: 'Turn one’s own two-step sign-in on and off',
  roles: ['counsellor', 'webTeam'],
};
