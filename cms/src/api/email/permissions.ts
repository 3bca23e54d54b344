import type { Permission } from '#src/security/permission';

export const retryFailedEmails: Permission = {
  action: 'api::email.retry',
  displayName: 'See and retry emails that could not be delivered',
  roles: ['counsellor', 'webTeam'],
};
