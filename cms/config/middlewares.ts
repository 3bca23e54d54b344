import type { Core } from '@strapi/strapi';
import { largestUpload } from '#src/uploads/admit-upload';
import { originOf, s3From } from '#src/uploads/storage';

const twoYears = 2 * 365 * 24 * 60 * 60;

/**
 * The admin needs its own files and nothing from elsewhere; its styles are written by script, hence the one
 * 'unsafe-inline'. Strings, not lists: Strapi would fill a list that is shorter than its own up with its own entries.
 */
const contentSecurityPolicy = (files: string) => ({
  useDefaults: false,
  directives: {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob: ${files}`,
    'font-src': "'self' data:",
    'media-src': `'self' blob: ${files}`,
    'connect-src': `'self' ${files}`,
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  },
});

const security = (https: boolean, files: string) => ({
  contentSecurityPolicy: contentSecurityPolicy(files),
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  originAgentCluster: true,
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  hsts: https ? { maxAge: twoYears, includeSubDomains: false } : false,
});

/** Strapi insists on favicon, public and cors; the session middleware is not needed and would only set a cookie. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const s3 = s3From(env);
  const https = env('CMS_URL', '').startsWith('https:');
  return [
    'global::request-log',
    'global::response-headers',
    'strapi::errors',
    'global::failures',
    { name: 'strapi::security', config: security(https, s3 ? originOf(s3) : '') },
    // Nobody's browser asks the CMS from another origin: the site does it from its server.
    { name: 'strapi::cors', config: { origin: [], credentials: false } },
    // The media library's own filters are seven levels deep, its selections a page of a hundred long.
    { name: 'strapi::query', config: { depth: 7, arrayLimit: 100 } },
    'global::login-limit',
    'global::bodies',
    {
      name: 'strapi::body',
      config: {
        // For a signed-in admin; global::bodies lets nobody else send more than 64 kB. 20,000 words are about 120 kB of
        // text, and up to 1 MB as blocks when every other word has a format of its own.
        jsonLimit: '2mb',
        formLimit: '64kb',
        textLimit: '64kb',
        formidable: {
          maxFileSize: largestUpload,
          maxTotalFileSize: 10 * largestUpload,
          maxFiles: 20,
          maxFieldsSize: 64 * 1024,
        },
      },
    },
    { name: 'strapi::favicon', config: { path: 'src/admin/favicon.png' } },
    'strapi::public',
  ];
};
