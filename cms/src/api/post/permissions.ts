import type { Permission } from '#src/security/permission';

export const writeLinks: Permission = {
  action: 'api::post.write-links',
  displayName: 'Look up pages of the site for links while writing',
  roles: ['counsellor'],
};
