import { secretAdvice, weaknessOf } from 'shared';

/** The secrets that sign sessions and tokens, or encrypt. APP_KEYS holds several, separated by commas. */
export const secretNames = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'WEB_TOKEN',
  'WEBHOOK_SECRET',
  'LINK_SECRET',
] as const;

const valuesOf = (name: string, value: string): string[] =>
  name === 'APP_KEYS' ? value.split(',').map((key) => key.trim()) : [value.trim()];

/**
 * Checks every secret in the environment.
 *
 * @returns one sentence for each secret that is missing, weak or used twice
 */
export const weakSecrets = (environment: Readonly<Record<string, string | undefined>>): string[] => {
  const seen = new Map<string, string>();
  return secretNames.flatMap((name) =>
    valuesOf(name, environment[name] ?? '').flatMap((value) => {
      const weakness = weaknessOf(value);
      if (weakness !== null) return [`${name} ${weakness}: ${secretAdvice}.`];
      const other = seen.get(value);
      seen.set(value, name);
      return other ? [`${name} has the same value as ${other}: ${secretAdvice}.`] : [];
    }),
  );
};

/**
 * Returns why the CMS must not start, with a line for each weak secret; null if it may. In development and tests, any
 * secret will do.
 */
export const weakSecretsMessage = (environment: Readonly<Record<string, string | undefined>>): string | null => {
  if (environment.NODE_ENV !== 'production') return null;
  const sentences = weakSecrets(environment);
  if (sentences.length === 0) return null;
  const lines = sentences.map((sentence) => `- ${sentence}\n`).join('');
  return `The CMS can’t start, because its secrets are not safe:\n${lines}`;
};
