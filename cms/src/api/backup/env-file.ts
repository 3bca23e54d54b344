import { parseEnv } from 'node:util';
import { secretNames } from '#src/security/secrets';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings that a restored site needs besides the secrets; where it runs, its new server says. */
const otherNames = [
  ...['SITE_URL', 'CMS_URL', 'COUNSELLOR_EMAIL', 'WEB_TEAM_EMAIL', 'EMERGENCY_EMAIL'],
  ...['SMTP_URL', 'SMTP_HOST', 'SMTP_PORT', 'SMTP_SECURE', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_INSECURE'],
  ...['MAIL_FROM', 'MAIL_FROM_NAME'],
  ...['S3_BUCKET', 'S3_REGION', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'MEDIA_URL'],
];

/** A line that the readers of `.env` and a shell understand alike. */
const lineOf = (name: string, value: string): string => {
  if (/^[\w.,:/@+%-]*$/.test(value)) return `${name}=${value}`;
  return value.includes("'") ? `${name}="${value}"` : `${name}='${value}'`;
};

/** Returns the settings of a process as the text of an `.env` file. */
export const envTextOf = (environment: Environment): string =>
  [...secretNames, ...otherNames]
    .flatMap((name) => (environment[name] ? [lineOf(name, environment[name])] : []))
    .map((line) => `${line}\n`)
    .join('');

/** Returns the secrets in the text of an `.env` file. */
export const secretsIn = (text: string): Record<string, string> => {
  const values = parseEnv(text);
  return Object.fromEntries(secretNames.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
};

/** Returns the names of the secrets of a backup that a process has other values of. */
export const differingSecrets = (environment: Environment, secrets: Readonly<Record<string, string>>): string[] =>
  Object.keys(secrets).filter((name) => environment[name] !== secrets[name]);

/** Returns the text of an `.env` file with other secrets; its other lines stay as they are. */
export const withSecrets = (text: string, secrets: Readonly<Record<string, string>>): string =>
  Object.entries(secrets).reduce((result, [name, value]) => {
    const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=.*$`, 'm');
    const setting = lineOf(name, value);
    return line.test(result) ? result.replace(line, () => setting) : `${result.trimEnd()}\n${setting}\n`;
  }, text);
