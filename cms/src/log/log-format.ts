import { formatLogLine, type LogFields, type LogFormat } from 'shared';
import { StartRefusal } from '#src/start-refusal';
import { describeError } from '#src/text/describe-error';
import { currentRequestId } from './request-id';

/** The keys under which winston keeps a line's level, further arguments and output. */
const level = Symbol.for('level');
const splat = Symbol.for('splat');
const output = Symbol.for('message');

const fieldsKey = Symbol('fields of the log line');

/**
 * Marks fields as fit for the log: `strapi.log.warn('A job failed.', withFields({ job }))`. What libraries pass beside
 * a message is left out, because it may be anything.
 */
export const withFields = (fields: LogFields): object => ({ [fieldsKey]: fields });

/** What winston hands to a format: the arguments of the call, or the error itself when it was the only one. */
export type LogInfo = Record<string | symbol, unknown>;

const isObject = (value: unknown): value is LogInfo => typeof value === 'object' && value !== null;

const errorIn = (info: LogInfo): Error | undefined => {
  const further: unknown = info[splat];
  return [info, info.message, ...(Array.isArray(further) ? (further as unknown[]) : [])].find(
    (value) => value instanceof Error,
  );
};

/** Winston appends the message of an object that stands behind the text; of an error, that may repeat personal data. */
const textOf = (info: LogInfo): string => {
  const { message } = info;
  if (info instanceof Error || typeof message !== 'string') return 'An unexpected error.';
  const further: unknown = info[splat];
  const first: unknown = Array.isArray(further) ? further[0] : undefined;
  const appended = isObject(first) && typeof first.message === 'string' ? ` ${first.message}` : '';
  return appended !== '' && message.endsWith(appended) ? message.slice(0, -appended.length) : message;
};

/** Returns the line for one call of `strapi.log`: of an error its name, code and place, never its message or values. */
export const lineOf = (info: LogInfo, format: LogFormat, now: Date): string => {
  const error = errorIn(info);
  const said = error instanceof StartRefusal;
  const fields: unknown = info[fieldsKey];
  return formatLogLine(
    {
      time: now,
      level: String(info[level] ?? info.level),
      process: 'cms',
      message: said ? error.message : textOf(info),
      fields: {
        requestId: currentRequestId(),
        error: error === undefined || said ? undefined : describeError(error),
        ...(isObject(fields) ? (fields as LogFields) : {}),
      },
    },
    format,
  );
};

/** Returns the format of Strapi's logger (winston), which is the same as the site's. */
export const createLogFormat = (format: LogFormat) => ({
  transform: (info: LogInfo): LogInfo => {
    // A new object: winston would change the error itself, which its catcher still needs.
    return { [level]: info[level], level: info.level, [output]: lineOf(info, format, new Date()) };
  },
});
