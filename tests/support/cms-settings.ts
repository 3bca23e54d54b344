import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The workspace's top folder. */
export const top = path.resolve(import.meta.dirname, '../..');

/** Options of Node with which the product starts the site and the CMS; tests/architecture compares them. */
export const heapOptions = ['--max-semi-space-size=8'] as const;
/** The same of the C library’s memory. */
export const memoryEnvironment = { MALLOC_ARENA_MAX: '2' } as const;

const secret = (letter: string): string => letter.repeat(8) + '0123456789abcdef'.repeat(2);

const emails = {
  counsellor: 'counsellor@quiet-room.example',
  webTeam: 'web-team@quiet-room.example',
  emergency: 'emergency@quiet-room.example',
};

/**
 * What lets a CMS use what a start before it has found out about modules, or find it out: see known-modules.mjs.
 * @param file where that is
 */
export const knownModules = (file: string) => ({
  KNOWN_MODULES: file,
  NODE_OPTIONS: `--require=${JSON.stringify(path.join(import.meta.dirname, 'known-modules.mjs'))}`,
});

export interface CmsOptions {
  dataDir: string;
  port: number;
  /** PostgreSQL; SQLite in `dataDir` without it. */
  databaseUrl?: string;
  demo?: boolean;
  siteUrl?: string;
  /** Where emails go, such as `Mailbox.url`; files in `dataDir` without it. */
  smtpUrl?: string;
  /** Other settings, as `.env` would say them. */
  env?: Record<string, string>;
}

/** The environment that a CMS for tests runs in: everything that `.env` would say, with known secrets. */
export const cmsEnvironment = ({ dataDir, port, databaseUrl, demo, siteUrl, smtpUrl, env }: CmsOptions) => ({
  NODE_ENV: 'production',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
  STRAPI_TELEMETRY_DISABLED: 'true',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl ?? '',
  DEMO_CONTENT: String(demo ?? false),
  CMS_URL: `http://127.0.0.1:${port}`,
  CMS_PORT: String(port),
  SITE_URL: siteUrl ?? 'http://127.0.0.1:9',
  COUNSELLOR_EMAIL: emails.counsellor,
  WEB_TEAM_EMAIL: emails.webTeam,
  EMERGENCY_EMAIL: emails.emergency,
  APP_KEYS: `${secret('a')},${secret('b')}`,
  API_TOKEN_SALT: secret('c'),
  ADMIN_JWT_SECRET: secret('d'),
  TRANSFER_TOKEN_SALT: secret('e'),
  ENCRYPTION_KEY: secret('f'),
  WEB_TOKEN: secret('1'),
  WEBHOOK_SECRET: secret('2'),
  LINK_SECRET: secret('3'),
  SMTP_URL: smtpUrl ?? '',
  DELIVER_EMAILS: 'true',
  // Tests send everything from one network.
  FORM_LIMITS: 'off',
  ...(process.env.KNOWN_MODULES && knownModules(process.env.KNOWN_MODULES)),
  ...env,
});

export interface Login {
  email: string;
  password: string;
}
export type Logins = Record<keyof typeof emails, Login>;

/** The three accounts with the passwords that the CMS made for them and wrote to `logins.txt`. */
export const readLogins = (dataDir: string): Logins => {
  const text = readFileSync(path.join(dataDir, 'logins.txt'), 'utf8');
  const login = (email: string): Login => {
    const password = new RegExp(`^\\s*email:\\s+${email.replaceAll('.', '\\.')}\\s+password:\\s+(\\S+)$`, 'm').exec(
      text,
    )?.[1];
    if (password === undefined) throw new Error(`logins.txt has no password for ${email}.`);
    return { email, password };
  };
  return { counsellor: login(emails.counsellor), webTeam: login(emails.webTeam), emergency: login(emails.emergency) };
};
