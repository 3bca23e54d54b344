import type { Permission } from '#src/security/permission';

export const moderateComments: Permission = {
  action: 'api::comment.moderate',
  displayName: 'Read and moderate comments and notes',
  roles: ['counsellor'],
};
