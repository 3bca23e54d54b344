/** What a log line may say beside its message, such as `requestId`, `error` or `status`. Undefined values are left out. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line of the log of the CMS or the site. Whoever fills it keeps personal data out. */
export interface LogLine {
  time: Date;
  /** error, warn, info, http or debug. */
  level: string;
  process: 'cms' | 'site';
  message: string;
  fields?: LogFields;
}

/** `json` for machines that collect logs, `pretty` for people at a terminal. */
export type LogFormat = 'json' | 'pretty';

/** Returns the format that LOG_FORMAT names; without it, JSON in production and pretty otherwise. */
export const logFormatOf = (environment: Readonly<Record<string, string | undefined>>): LogFormat => {
  const { LOG_FORMAT: format, NODE_ENV: mode } = environment;
  if (format === 'json' || format === 'pretty') return format;
  return mode === 'production' ? 'json' : 'pretty';
};

/** Colour codes and line breaks would tear a line apart; an email address in a library's message is nobody's business. */
const tidied = (message: string): string =>
  message
    .replace(/\p{Cc}\[[0-9;]*m/gu, '')
    .replace(/[\r\n]+\s*/g, ' ')
    .replace(/[^\s@<>"',;:()]{1,64}@[^\s@<>"',;:()]{1,255}/g, '[address]');

/** Returns a log line without a line break at its end. Both processes write this format and no other. */
export const formatLogLine = ({ time, level, process, message, fields = {} }: LogLine, format: LogFormat): string => {
  const at = time.toISOString();
  if (format === 'json') return JSON.stringify({ time: at, level, process, message: tidied(message), ...fields });
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `${at} ${level.padEnd(5)} ${process.padEnd(4)} ${tidied(message)}${pairs.join('')}`;
};
