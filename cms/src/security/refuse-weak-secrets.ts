import { weakSecrets } from './secrets';

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
