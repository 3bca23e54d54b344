import { settings } from './settings';

const levels = ['debug', 'info', 'warn', 'error'] as const;

/** What a log line says beside its message; undefined values are left out. */
interface LogFields {
  /** The `X-Request-Id` of the response, which the CMS's log contains as well. */
  requestId?: string;
  /** Name and code of an error, without its message: messages may contain what a reader wrote. */
  error?: string;
  /** The first stack frame that is in the site's own code. */
  at?: string;
}

function write(level: (typeof levels)[number], message: string, fields: LogFields): void {
  if (levels.indexOf(level) < levels.indexOf(settings().logLevel)) return;
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}${pairs.join('')}\n`);
}

type Write = (message: string, fields?: LogFields) => void;
const at =
  (level: (typeof levels)[number]): Write =>
  (message, fields = {}) => {
    write(level, message, fields);
  };

/** Writes one line an event to standard error, for the web team. No URL, no query, nothing that a reader wrote. */
export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };

const isOwnFrame = (line: string) => /^\s+at /.test(line) && !/node:|node_modules|native/.test(line);

/** Returns what may be logged of any error: its name and code, and where in the site's own code it came from. */
export function describeError(error: unknown): Pick<LogFields, 'error' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frame = error.stack?.split('\n').find(isOwnFrame);
  return { error: error.name + code, at: frame?.trim().slice('at '.length) };
}
