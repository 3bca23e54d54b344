import { resolve } from 'node:path';
import { secretAdvice, weaknessOf } from 'shared';
import { z } from 'zod';

const megabyte = 1024 * 1024;

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be a full URL such as https://example.org' })
  .transform((text) => text.replace(/(?<!\/)\/+$/, ''));
const origin = baseUrl.refine((text) => new URL(text).pathname === '/' && !/[?#]/.test(text), {
  error: 'must be a URL without a path, such as https://example.org',
});
const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
const cdnSeconds = z.coerce.number({ error: 'must be a number of seconds, 0 to 10' }).int().min(0).max(10);
const megabytes = z.coerce.number({ error: 'must be a number of megabytes' }).int().min(1).max(100_000);

/** Made-up and example secrets are refused: they look like protection and are none. */
const strongSecret = z.string({ error: `is missing: ${secretAdvice}` }).superRefine((text, ctx) => {
  const weakness = weaknessOf(text);
  if (weakness !== null) ctx.addIssue({ code: 'custom', message: `${weakness}: ${secretAdvice}` });
});
const anySecret = z.string({ error: 'is missing: copy .env.example, or start with `npm start`' }).min(1);

const environment = (secret: z.ZodType<string>) =>
  z.object({
    SITE_URL: origin.default('http://localhost:3000'),
    SITE_PORT: port.optional(),
    HOST: z.string().default('127.0.0.1'),
    CMS_URL: baseUrl.default('http://localhost:1337'),
    CMS_INTERNAL_URL: baseUrl.optional(),
    MEDIA_URL: baseUrl.optional(),
    DATA_DIR: z.string().default('.data'),
    WEB_TOKEN: secret,
    WEBHOOK_SECRET: secret,
    PAGE_CACHE_MB: megabytes.default(64),
    MEDIA_CACHE_MB: megabytes.default(512),
    CDN_CACHE_SECONDS: cdnSeconds.default(0),
    MIN_FREE_MB: megabytes.default(200),
    TRUST_PROXY: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
    FORM_LIMITS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).catch('info'),
  });

/** The settings of the web server. URLs have no slash at the end; folders are absolute; sizes are bytes. */
export interface Settings {
  siteUrl: string;
  https: boolean;
  host: string;
  port: number;
  cmsUrl: string;
  mediaUrl: string;
  dataDir: string;
  webToken: string;
  webhookSecret: string;
  pageCacheBytes: number;
  mediaCacheBytes: number;
  /** How long a CDN may send a page without asking; 0 if it must always ask. */
  cdnSeconds: number;
  /** With less free space than this, the site reports that it is not ready. */
  minFreeBytes: number;
  /** Whether a reverse proxy says who the client is. With https there is always one: this process speaks no TLS. */
  behindProxy: boolean;
  /** False only for measurements: nobody is limited then. */
  formLimits: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** All problems of an environment, each a plain sentence that names the variable. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
  constructor(readonly problems: readonly string[]) {
    super(
      [
        'The site can’t start. Please correct these settings (.env or environment):',
        ...problems.map((line) => `- ${line}`),
      ].join('\n'),
    );
  }
}

/**
 * Reads and checks an environment; in production (`NODE_ENV=production`) weak secrets are refused as well.
 * @throws UnusableSettings
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment(env['NODE_ENV'] === 'production' ? strongSecret : anySecret).safeParse(given);
  if (!parsed.success) {
    throw new UnusableSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  const values = parsed.data;
  const site = new URL(values.SITE_URL);
  const https = site.protocol === 'https:';
  const cmsUrl = values.CMS_INTERNAL_URL ?? values.CMS_URL;
  return {
    siteUrl: site.origin,
    https,
    host: values.HOST,
    port: values.SITE_PORT ?? (Number(site.port) || (https ? 443 : 80)),
    cmsUrl,
    mediaUrl: values.MEDIA_URL ?? `${cmsUrl}/uploads`,
    dataDir: resolve(values.DATA_DIR),
    webToken: values.WEB_TOKEN,
    webhookSecret: values.WEBHOOK_SECRET,
    pageCacheBytes: values.PAGE_CACHE_MB * megabyte,
    mediaCacheBytes: values.MEDIA_CACHE_MB * megabyte,
    cdnSeconds: values.CDN_CACHE_SECONDS,
    minFreeBytes: values.MIN_FREE_MB * megabyte,
    behindProxy: values.TRUST_PROXY === undefined ? https : values.TRUST_PROXY === 'true',
    formLimits: values.FORM_LIMITS === 'on',
    logLevel: values.LOG_LEVEL,
  };
}

let current: Settings | undefined;

/** Returns the settings of this process, read once. Ends the process with a plain message if they are not usable. */
export function settings(): Settings {
  if (current) return current;
  try {
    return (current = readSettings(process.env));
  } catch (problem) {
    if (!(problem instanceof UnusableSettings)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    // Another start would end the same way (EX_CONFIG of sysexits.h).
    process.exit(78);
  }
}
