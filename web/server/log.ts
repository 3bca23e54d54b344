import { formatLogLine, type LogFields, logFormatOf } from 'shared';
import { codesOf } from './failure-reason';
import { settings } from './settings';

const levels = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof levels)[number];

const format = logFormatOf(process.env);

function write(level: Level, message: string, fields: LogFields): void {
  if (levels.indexOf(level) < levels.indexOf(settings().logLevel)) return;
  process.stderr.write(`${formatLogLine({ time: new Date(), level, process: 'site', message, fields }, format)}\n`);
}

export type Write = (message: string, fields?: LogFields) => void;
const at =
  (level: Level): Write =>
  (message, fields = {}) => {
    write(level, message, fields);
  };

/** Writes one line an event to standard error, for the web team. No URL, no query, nothing that a reader wrote. */
export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };

const isOwnFrame = (line: string) => /^\s+at /.test(line) && !/node:|node_modules|native/.test(line);

/** Returns what may be logged of any error: its name and codes, and where in the site's own code it came from. */
export function describeError(error: unknown): { error: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frame = error.stack?.replace(error.message, '').split('\n').find(isOwnFrame);
  return { error: [error.name, ...codesOf(error)].join(' '), at: frame?.trim().slice('at '.length) };
}

const repeatMs = 60_000;

/**
 * Returns a function that logs a warning once a minute at most for each message: what fails with the CMS or the disk
 * fails for every reader, and hundreds of lines would hide the first.
 * @param now milliseconds of a clock that is not set back
 */
export function onceAMinute(warn: Write, now: () => number = () => performance.now()): Write {
  const saidAt = new Map<string, number>();
  return (message, fields) => {
    if (now() - (saidAt.get(message) ?? -Infinity) < repeatMs) return;
    // Messages say no more than a code: there are few of them.
    saidAt.set(message, now());
    warn(message, fields);
  };
}
