import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';
import { Mendable, say } from './say.mjs';

const secret = () => randomBytes(32).toString('hex');

const secretNames = [
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'WEB_TOKEN',
  'HOOK_SECRET',
  'LINK_SECRET',
];

/** `NAME=value` lines; `#` starts a comment line; quotes around a value are taken off. */
export function parseEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) values[name] = value.replace(/^(['"])(.*)\1$/, '$2');
  }
  return values;
}

/** A version that is newer than the `.env` may need a secret that it does not have yet. */
function addMissingSecrets(file) {
  const known = parseEnv(readFileSync(file, 'utf8'));
  const missing = secretNames.filter((name) => !(name in known) && !process.env[name]);
  if (missing.length === 0) return;
  appendFileSync(file, `\n${missing.map((name) => `${name}=${secret()}`).join('\n')}\n`);
  say(`- Added to .env, with new random values: ${missing.join(', ')}`);
}

/** Makes `.env` from `.env.example` with random secrets, readable by its owner only; one that is there gets what it lacks. */
export function makeEnvFile() {
  const file = inRoot('.env');
  if (existsSync(file)) {
    addMissingSecrets(file);
    return;
  }
  const text = readFileSync(inRoot('.env.example'), 'utf8').replace(/^([A-Z_]+)=$/gm, (line, name) => {
    if (name === 'APP_KEYS') return `APP_KEYS=${secret()},${secret()}`;
    return secretNames.includes(name) ? `${name}=${secret()}` : line;
  });
  writeFileSync(file, text, { mode: 0o600 });
  say('- Made .env with new random secrets');
}

/** An address such as http://localhost:3000: http or https, without a path. */
function address(name, value) {
  let url;
  try {
    url = new URL(value);
  } catch {
    throw new Mendable(
      `${name} must be a whole address such as http://localhost:3000, not “${value}”: mend it in .env or the environment.`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Mendable(
      `${name} must start with http:// or https:// and end after the port (such as http://localhost:3000), not “${value}”.`,
    );
  }
  return url;
}

const portOf = (url) => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** The environment, else `.env`, else the defaults of `.env.example`, with DATA_DIR made absolute. */
export function readSettings() {
  const fromFile = existsSync(inRoot('.env')) ? parseEnv(readFileSync(inRoot('.env'), 'utf8')) : {};
  const env = { ...parseEnv(readFileSync(inRoot('.env.example'), 'utf8')), ...fromFile };
  for (const name of Object.keys(process.env)) if (process.env[name] !== '') env[name] = process.env[name];
  const site = address('SITE_URL', env.SITE_URL);
  const cms = address('CMS_URL', env.CMS_URL);
  const sitePort = Number(env.SITE_PORT || portOf(site));
  const cmsPort = Number(env.CMS_PORT || portOf(cms));
  if (sitePort === cmsPort) {
    throw new Mendable(
      `The site and the CMS can’t both listen on port ${sitePort}: give SITE_URL and CMS_URL different ports in .env.`,
    );
  }
  env.SITE_URL = site.origin;
  env.CMS_URL = cms.origin;
  env.SITE_PORT = String(sitePort);
  env.CMS_PORT = String(cmsPort);
  env.DATA_DIR = path.resolve(root, env.DATA_DIR || '.data');
  return { env, sitePort, cmsPort, siteUrl: site.origin, cmsUrl: cms.origin, dataDir: env.DATA_DIR };
}
