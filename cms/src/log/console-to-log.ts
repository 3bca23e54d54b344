import type { Core } from '@strapi/strapi';

type Log = Pick<Core.Strapi['log'], 'error' | 'warn'>;

const errorIn = (args: readonly unknown[]): Error | undefined => args.find((arg) => arg instanceof Error);

/**
 * Sends what libraries print with `console` to the log: of errors, name and place; texts are left out, because they may
 * repeat what readers wrote (Koa prints whole errors, knex whole statements). Returns the function that undoes it.
 */
export const sendConsoleToLog = (log: Log): (() => void) => {
  const { error, warn, log: print, info, debug } = console;
  const ignore = (): void => undefined;
  Object.assign(console, {
    error: (...args: unknown[]) => {
      const problem = errorIn(args);
      if (problem) log.error('A library reported an error.', problem);
      else log.error('A library reported a problem in words, which are left out.');
    },
    warn: (...args: unknown[]) => {
      const problem = errorIn(args);
      if (problem) log.warn('A library warned.', problem);
    },
    log: ignore,
    info: ignore,
    debug: ignore,
  });
  return () => {
    Object.assign(console, { error, warn, log: print, info, debug });
  };
};
