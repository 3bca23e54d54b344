import type { Permission } from '#src/security/permission';

export const retryFailedEmails: Permission = {
  action: 'api::email.retry',
  displayName: 'See and retry emails that could not be delivered',
  roles: ['counsellor', 'webTeam'],
};

export const manageNotificationAddress: Permission = {
  action: 'api::email.notification-address',
  displayName: 'See and confirm the address that emails to the counsellor go to',
  roles: ['counsellor'],
};
