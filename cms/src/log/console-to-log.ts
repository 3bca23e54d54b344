import type { Core } from '@strapi/strapi';

type Log = Pick<Core.Strapi['log'], 'error' | 'warn'>;

const errorIn = (args: readonly unknown[]): Error | undefined => args.find((arg) => arg instanceof Error);

/** Warnings of Node itself, such as of a feature that it will drop one day: those are for developers. */
const sendWarnings = (log: Log): (() => void) => {
  const before = process.listeners('warning');
  const warn = (warning: Error): void => {
    if (warning.name !== 'DeprecationWarning') log.warn('Node warns.', warning);
  };
  process.removeAllListeners('warning').on('warning', warn);
  return () => {
    process.off('warning', warn);
    for (const listener of before) process.on('warning', listener);
  };
};

/**
 * Sends what libraries print with `console` to the log: of errors, name and place; texts are left out, because they may
 * repeat what readers wrote (Koa prints whole errors, knex whole statements). Node’s own warnings,
 * which it prints so, become warnings. Returns the function that undoes it.
 */
export const sendConsoleToLog = (log: Log): (() => void) => {
  const { error, warn, log: print, info, debug } = console;
  const ignore = (): void => undefined;
  const undoWarnings = sendWarnings(log);
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
    undoWarnings();
    Object.assign(console, { error, warn, log: print, info, debug });
  };
};
