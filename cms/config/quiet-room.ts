import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { mailSettings } from '#src/api/email/domain/mail-settings';
import { limitSettings } from '#src/security/limit-settings';
import { refuseOddSettings } from '#src/security/odd-settings';
import { allowedNetworks } from '#src/security/public-networks';

/** The CMS's own settings, read as `strapi.config.get('quiet-room.…')`. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  refuseOddSettings(process.env);
  const siteUrl = env('SITE_URL', 'http://localhost:3000');
  return {
    siteUrl,
    // Where this process reaches the site, which may be another address than the one that readers use.
    siteInternalUrl: env('SITE_INTERNAL_URL', siteUrl),
    webhookSecret: env('WEBHOOK_SECRET', ''),
    linkSecret: env('LINK_SECRET', ''),
    encryptionKey: env('ENCRYPTION_KEY', ''),
    // For one start each, when an operator means it: see docs/guide/configuration.md.
    acceptNewSecrets: env.bool('ACCEPT_NEW_SECRETS', false),
    newDatabase: env.bool('NEW_DATABASE', false),
    acceptLostErasures: env.bool('ACCEPT_LOST_ERASURES', false),
    cmsUrl: env('CMS_URL', 'http://localhost:1337'),
    dataDir: path.resolve(env('DATA_DIR', '.data')),
    // Bytes. With less, the CMS reports that it is not ready.
    minFreeBytes: env.int('MIN_FREE_MB', 200) * 1024 * 1024,
    webToken: env('WEB_TOKEN', ''),
    // Pages for developers exist only then.
    isDevelopment: env('NODE_ENV', '') === 'development',
    demoContent: env.bool('DEMO_CONTENT', false),
    mail: mailSettings(process.env, siteUrl),
    limits: limitSettings(process.env),
    // Where her other calendars may be although it is not public.
    calendarNetworks: allowedNetworks(process.env),
    emails: {
      counsellor: env('COUNSELLOR_EMAIL', 'counsellor@quiet-room.example'),
      webTeam: env('WEB_TEAM_EMAIL', 'web-team@quiet-room.example'),
      emergency: env('EMERGENCY_EMAIL', 'emergency@quiet-room.example'),
    },
  };
};
