import type { ContentAccess } from '#src/security/content-access';

export const emailAccess: readonly ContentAccess[] = [
  { uid: 'api::email.email', closed: 'emails with their recipients' },
  { uid: 'api::email.mailbox', closed: 'readers’ email addresses' },
];
