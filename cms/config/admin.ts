import type { Core } from '@strapi/strapi';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET'),
    cookie: {
      sameSite: 'strict',
      // Left to the connection otherwise: a secure cookie would make it impossible to sign in at http://localhost.
      secure: env('CMS_URL', '').startsWith('https:') ? true : undefined,
    },
    sessions: {
      accessTokenLifespan: 15 * minute,
      // Without "Remember me": a working day, and two hours of doing nothing.
      idleSessionLifespan: 2 * hour,
      maxSessionLifespan: 12 * hour,
      // With it: a fortnight, and a week away.
      idleRefreshTokenLifespan: 7 * day,
      maxRefreshTokenLifespan: 14 * day,
    },
  },
  // Of one address from one network in five minutes; with two-step sign-in, each sign-in is two of them.
  rateLimit: { interval: { min: 5 }, max: 10 },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  // Off rather than unset: unset, Strapi asks the counsellor to set it up.
  preview: { enabled: false },
  // Vite reloads the admin's own sources; the server need not restart for them.
  watchIgnoreFiles: ['**/src/api/*/admin/**'],
  flags: { nps: false, promoteEE: false, docLinks: false },
});
