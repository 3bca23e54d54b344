import type { Permission } from '#src/security/permission';

export const answerMessages: Permission = {
  action: 'api::enquiry.answer',
  displayName: 'Read and answer messages',
  roles: ['counsellor'],
};
