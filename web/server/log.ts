import { formatLogLine, type LogFields, logFormatOf } from 'shared';
import { settings } from './settings';

const levels = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof levels)[number];

const format = logFormatOf(process.env);

function write(level: Level, message: string, fields: LogFields): void {
  if (levels.indexOf(level) < levels.indexOf(settings().logLevel)) return;
  process.stderr.write(`${formatLogLine({ time: new Date(), level, process: 'site', message, fields }, format)}\n`);
}

type Write = (message: string, fields?: LogFields) => void;
const at =
  (level: Level): Write =>
  (message, fields = {}) => {
    write(level, message, fields);
  };

/** Writes one line an event to standard error, for the web team. No URL, no query, nothing that a reader wrote. */
export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };

const isOwnFrame = (line: string) => /^\s+at /.test(line) && !/node:|node_modules|native/.test(line);

/** Returns what may be logged of any error: its name and code, and where in the site's own code it came from. */
export function describeError(error: unknown): { error: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frame = error.stack?.replace(error.message, '').split('\n').find(isOwnFrame);
  return { error: error.name + code, at: frame?.trim().slice('at '.length) };
}

/**
 * Sends what libraries print with `console` to the log, as name and place of the error: their texts may contain a URL
 * that is a secret, or what a reader wrote. Returns the function that undoes it.
 */
export function sendConsoleToLog(): () => void {
  const { error, warn, log: print, info, debug } = console;
  const passOn =
    (level: 'error' | 'warn') =>
    (...args: unknown[]) => {
      const problem = args.find((arg) => arg instanceof Error);
      if (problem || level === 'error')
        log[level]('A library reported a problem.', problem ? describeError(problem) : {});
    };
  const ignore = () => undefined;
  Object.assign(console, { error: passOn('error'), warn: passOn('warn'), log: ignore, info: ignore, debug: ignore });
  return () => {
    Object.assign(console, { error, warn, log: print, info, debug });
  };
}
