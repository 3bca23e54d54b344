import type { Core } from '@strapi/strapi';

/** The CMS's own settings, read as `strapi.config.get('quiet-room.…')`. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const siteUrl = env('SITE_URL', 'http://localhost:3000');
  return {
    siteUrl,
    // Where this process reaches the site, which may be another address than the one that readers use.
    siteInternalUrl: env('SITE_INTERNAL_URL', siteUrl),
    hookSecret: env('HOOK_SECRET', ''),
  };
};
