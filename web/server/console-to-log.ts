import type { LogFields } from 'shared';
import { codeOf } from './failure-reason';
import { describeError, type Write } from './log';

type Log = Readonly<Record<'error' | 'warn', Write>>;

/** Returns the function of a library that printed something, and its file without the folders of this machine. */
function callerOf(stack: string): string {
  const frame = (stack.split('\n')[1] ?? '').trim().slice('at '.length);
  const file = Math.max(frame.lastIndexOf('/node_modules/'), frame.lastIndexOf('/chunks/'));
  return file < 0 ? frame : frame.slice(0, frame.indexOf('(') + 1) + frame.slice(file + 1);
}

/** Returns what may be logged of what a library printed: never its texts. */
function describePrinted(args: readonly unknown[], stack: string): LogFields {
  const problem = args.find((arg) => arg instanceof Error);
  if (problem) return { ...describeError(problem) };
  return { error: args.map(codeOf).find(Boolean), by: callerOf(stack) };
}

/** Logs warnings of Node itself, which it prints with `console.error` as texts. Returns the function that undoes it. */
function sendWarningsToLog(log: Log): () => void {
  const before = process.listeners('warning');
  const warn = (warning: Error): void => {
    // For developers: a feature that Node will drop one day.
    if (warning.name !== 'DeprecationWarning') log.warn('Node warns.', { ...describeError(warning) });
  };
  process.removeAllListeners('warning').on('warning', warn);
  return () => {
    process.off('warning', warn);
    for (const listener of before) process.on('warning', listener);
  };
}

/**
 * Sends what libraries print with `console` to the log, as name and place of the error, or the place that printed it:
 * their texts may contain a URL that is a secret, or what a reader wrote. Returns the function that undoes it.
 */
export function sendConsoleToLog(log: Log): () => void {
  const { error, warn, log: print, info, debug } = console;
  const undoWarnings = sendWarningsToLog(log);
  const passOn = (level: 'error' | 'warn') => {
    const pass = (...args: unknown[]): void => {
      if (level === 'warn' && !args.some((arg) => arg instanceof Error)) return;
      const at = { stack: '' };
      Error.captureStackTrace(at, pass);
      log[level]('A library reported a problem.', describePrinted(args, at.stack));
    };
    return pass;
  };
  const ignore = () => undefined;
  Object.assign(console, { error: passOn('error'), warn: passOn('warn'), log: ignore, info: ignore, debug: ignore });
  return () => {
    undoWarnings();
    Object.assign(console, { error, warn, log: print, info, debug });
  };
}
