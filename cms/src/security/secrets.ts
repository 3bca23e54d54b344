/** Each of these opens something: a session, a token, the whole database. APP_KEYS holds several, with commas between. */
const names = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'WEB_TOKEN',
  'WEBHOOK_SECRET',
  'LINK_SECRET',
] as const;

const minimum = 32;
const leastDifferent = 10;
const placeholder = /tobemodified|change.?me|example|secret|password/i;
const mend = 'put 32 random characters or more there, for example the output of `openssl rand -hex 32`';

const faultOf = (value: string): string | null => {
  if (value === '') return 'is missing';
  if (value.length < minimum) return `is too short (${value.length} of at least ${minimum} characters)`;
  if (placeholder.test(value)) return 'is a placeholder that everybody can guess';
  return new Set(value).size < leastDifferent ? 'repeats the same few characters' : null;
};

const valuesOf = (name: string, value: string): string[] =>
  name === 'APP_KEYS' ? value.split(',').map((key) => key.trim()) : [value.trim()];

/**
 * Looks at every secret in the environment.
 *
 * @returns one sentence for each that is missing, weak or used twice; empty when all is well
 */
export const weakSecrets = (environment: Readonly<Record<string, string | undefined>>): string[] => {
  const seen = new Map<string, string>();
  return names.flatMap((name) =>
    valuesOf(name, environment[name] ?? '').flatMap((value) => {
      const fault = faultOf(value);
      if (fault) return [`${name} ${fault}: ${mend}.`];
      const other = seen.get(value);
      seen.set(value, name);
      return other ? [`${name} has the same value as ${other}: ${mend}.`] : [];
    }),
  );
};

/**
 * Ends the process, with one sentence a fault, before anything is served with a secret that could be guessed. In
 * development and tests it says nothing.
 */
export const refuseWeakSecrets = (environment: NodeJS.ProcessEnv): void => {
  if (environment.NODE_ENV !== 'production') return;
  const sentences = weakSecrets(environment);
  if (sentences.length === 0) return;
  process.stderr.write(
    `The CMS does not start, because its secrets are not safe:\n${sentences.map((one) => `- ${one}\n`).join('')}`,
  );
  process.exit(1);
};
