import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './checkout.mjs';
import { printLine, UserFacingError } from './console.mjs';

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

/** Reads `NAME=value` lines; `#` starts a comment line, and quotes around a value are removed. */
function parseEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) values[name] = value.replace(/^(['"])(.*)\1$/, '$2');
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
  printLine(`- Added to .env, with new random values: ${missing.join(', ')}`);
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
  printLine('- Created .env with new random secrets');
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
    throw new UserFacingError(
      `${name} must be a full address such as http://localhost:3000, not “${value}”: change it in .env or the environment.`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new UserFacingError(
      `${name} must start with http:// or https:// and end after the port (such as http://localhost:3000), not “${value}”.`,
    );
  }
  return url;
}

const portOf = (url) => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/**
 * Reads the settings: the environment, else `.env`, else the defaults of `.env.example`. DATA_DIR is made absolute.
 * @throws {UserFacingError} when an address or a port can't be used
 */
export function readSettings() {
  const fromFile = existsSync(envFile) ? readEnvFile() : {};
  const env = { ...readEnvFile(inRoot('.env.example')), ...fromFile };
  for (const name of Object.keys(process.env)) if (process.env[name] !== '') env[name] = process.env[name];
  const site = parseOrigin('SITE_URL', env.SITE_URL);
  const cms = parseOrigin('CMS_URL', env.CMS_URL);
  const sitePort = Number(env.SITE_PORT || portOf(site));
  const cmsPort = Number(env.CMS_PORT || portOf(cms));
  if (sitePort === cmsPort) {
    throw new UserFacingError(
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
