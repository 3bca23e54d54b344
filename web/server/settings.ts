import { resolve } from 'node:path';
import { z } from 'zod';

const megabyte = 1024 * 1024;

const address = z
  .url({ protocol: /^https?$/, error: 'must be a whole address such as https://example.org' })
  .transform((text) => text.replace(/\/+$/, ''));
const origin = address.refine((text) => new URL(text).pathname === '/' && !/[?#]/.test(text), {
  error: 'must be an address without a path, such as https://example.org',
});
const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
const megabytes = z.coerce.number({ error: 'must be a number of megabytes' }).int().min(1).max(100_000);

/** A secret that a person made up, or left as an example, is worse than none: it looks like protection. */
const strongSecret = z
  .string({ error: 'is missing: make one with `openssl rand -hex 32`' })
  .min(32, {
    error: 'is too short: it needs at least 32 random characters, e.g. from `openssl rand -hex 32`',
    abort: true,
  })
  .refine((text) => new Set(text).size >= 8 && !/tobemodified|change-?me|secret/i.test(text), {
    error: 'looks like an example: make one with `openssl rand -hex 32`',
  });
const anySecret = z.string({ error: 'is missing: copy .env.example, or start with `npm start`' }).min(1);

const environment = (secret: z.ZodType<string>) =>
  z.object({
    SITE_URL: origin.default('http://localhost:3000'),
    SITE_PORT: port.optional(),
    HOST: z.string().default('127.0.0.1'),
    CMS_URL: address.default('http://localhost:1337'),
    CMS_INTERNAL_URL: address.optional(),
    MEDIA_URL: address.optional(),
    DATA_DIR: z.string().default('.data'),
    WEB_TOKEN: secret,
    WEBHOOK_SECRET: secret,
    PAGE_CACHE_MB: megabytes.default(64),
    MEDIA_CACHE_MB: megabytes.default(512),
    TRUST_PROXY: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
    FORM_LIMITS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).catch('info'),
  });

/**
 * What the web server is told from outside. Addresses have no slash at the end; folders are absolute; sizes are bytes.
 */
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
  /** Whether a front server of our own says who the visitor is: this process speaks no TLS, so https has one. */
  behindProxy: boolean;
  /** False only where the site is measured: nobody is held back then. */
  formLimits: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Every problem of an environment at once, each a plain sentence that names the variable. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
  constructor(readonly problems: readonly string[]) {
    super(
      [
        'The site can’t start. Please mend these settings (.env or environment):',
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
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment(env['NODE_ENV'] === 'production' ? strongSecret : anySecret).safeParse(said);
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
    behindProxy: values.TRUST_PROXY === undefined ? https : values.TRUST_PROXY === 'true',
    formLimits: values.FORM_LIMITS === 'on',
    logLevel: values.LOG_LEVEL,
  };
}

let known: Settings | undefined;

/** The settings of this process, read once. Where they can't be used it says so in plain words and ends the process. */
export function settings(): Settings {
  if (known) return known;
  try {
    return (known = readSettings(process.env));
  } catch (problem) {
    if (!(problem instanceof UnusableSettings)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exit(1);
  }
}
