import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './checkout.mjs';
import { printLine, UnusableSetting, UserFacingError } from './console.mjs';

/** The file with the settings of this checkout's site, or of another one that ENV_FILE names. */
export const envFile = path.resolve(root, process.env.ENV_FILE || '.env');

const newSecret = () => randomBytes(32).toString('hex');

const secretNames = [
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'WEB_TOKEN',
  'WEBHOOK_SECRET',
  'LINK_SECRET',
];

/** How messages name the file of settings. */
const envFileName = envFile === path.join(root, '.env') ? '.env' : envFile;

/**
 * Reads `NAME=value` lines. As for Docker, `#` starts a comment at the beginning of a line and after a space, but not
 * within quotes, and quotes around a value are removed.
 */
export function parseEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, rest] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name) continue;
    const [, , quoted] = /^(['"])(.*)\1(?:\s+#.*)?$/.exec(rest) ?? [];
    values[name] = quoted ?? rest.replace(/(^|\s+)#.*$/, '');
  }
  return values;
}

/** @throws {UserFacingError} instead of a stack trace, when the file belongs to somebody else */
function withEnvFile(task) {
  try {
    return task();
  } catch (error) {
    if (typeof error.code !== 'string') throw error;
    throw new UserFacingError(
      `The settings in ${envFile} can’t be read or written (${error.code}): the file must belong to you, with mode 600.`,
    );
  }
}

const readEnvFile = (file = envFile) => withEnvFile(() => parseEnv(readFileSync(file, 'utf8')));

/** A newer version may need a secret that an older `.env` does not have yet. */
function addMissingSecrets(file) {
  const known = readEnvFile();
  const missing = secretNames.filter((name) => !(name in known) && !process.env[name]);
  if (missing.length === 0) return;
  withEnvFile(() => appendFileSync(file, `\n${missing.map((name) => `${name}=${newSecret()}`).join('\n')}\n`));
  printLine(`- Added to ${envFileName}, with new random values: ${missing.join(', ')}`);
}

/**
 * Makes `.env` from `.env.example` with random secrets, readable by its owner only, or adds the secrets that it lacks.
 */
export function ensureEnvFile() {
  if (existsSync(envFile)) {
    addMissingSecrets(envFile);
    return;
  }
  const text = readFileSync(inRoot('.env.example'), 'utf8').replace(/^([A-Z_]+)=$/gm, (line, name) => {
    if (name === 'APP_KEYS') return `APP_KEYS=${newSecret()},${newSecret()}`;
    return secretNames.includes(name) ? `${name}=${newSecret()}` : line;
  });
  withEnvFile(() => writeFileSync(envFile, text, { mode: 0o600 }));
  printLine(`- Created ${envFileName} with new random secrets`);
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');
  if (existsSync(path.join(dataDir, 'logins.txt')) || existsSync(path.join(dataDir, 'quiet-room.db'))) {
    printLine(
      `  ${dataDir} holds an earlier installation: its links only work with its own .env. Put that back if you can.`,
    );
  }
}

/** Parses an origin such as http://localhost:3000: http or https, without a path. */
function parseOrigin(name, value) {
  let url;
  try {
    url = new URL(value);
  } catch {
    throw new UnusableSetting(
      `${name} must be a full address such as http://localhost:3000, not “${value}”: change it in .env or the environment.`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new UnusableSetting(
      `${name} must start with http:// or https:// and end after the port (such as http://localhost:3000), not “${value}”.`,
    );
  }
  return url;
}

/** Returns the port that a setting names, else that of the public address. */
function portOf(name, value, url) {
  const port = Number(value || url.port || (url.protocol === 'https:' ? 443 : 80));
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new UnusableSetting(
    `${name} must be a port from 1 to 65535, not “${value || url.port}”: change it in .env or the environment.`,
  );
}

/**
 * Reads the settings: the environment, else `.env`, else the defaults of `.env.example`. DATA_DIR is made absolute.
 * @throws {UnusableSetting} when an address or a port can't be used
 */
export function readSettings() {
  const fromFile = existsSync(envFile) ? readEnvFile() : {};
  const env = { ...readEnvFile(inRoot('.env.example')), ...fromFile };
  for (const name of Object.keys(process.env)) if (process.env[name] !== '') env[name] = process.env[name];
  const site = parseOrigin('SITE_URL', env.SITE_URL);
  const cms = parseOrigin('CMS_URL', env.CMS_URL);
  const sitePort = portOf('SITE_PORT', env.SITE_PORT, site);
  const cmsPort = portOf('CMS_PORT', env.CMS_PORT, cms);
  if (sitePort === cmsPort) {
    throw new UnusableSetting(
      `The site and the CMS can’t both use port ${sitePort}: give SITE_URL and CMS_URL different ports in .env.`,
    );
  }
  env.SITE_URL = site.origin;
  env.CMS_URL = cms.origin;
  env.SITE_PORT = String(sitePort);
  env.CMS_PORT = String(cmsPort);
  env.DATA_DIR = path.resolve(root, env.DATA_DIR || '.data');
  env.ENV_FILE = envFile;
  const host = env.HOST || '127.0.0.1';
  return { env, host, sitePort, cmsPort, siteUrl: site.origin, cmsUrl: cms.origin, dataDir: env.DATA_DIR };
}
