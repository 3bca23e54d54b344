import { stringify } from 'csv-stringify/sync';

// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const breaksAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

/** Returns text that is safe in the body of an email: valid Unicode, no control characters but tab and line feed. */
export const cleanText = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '');

/**
 * Returns text that is safe in a header (RFC 5322): one line, no control characters, no marks that change the reading
 * direction.
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(directionMarks, '').replace(breaksAndControls, ' ').trim();

export type Cell = string | number | null;

/** Spreadsheets take `0114` for a number and drop its first digit. */
const losesItsZero = /^0\d+$/;

const asText = (text: string): string => {
  const words = cleanText(text).trim();
  return losesItsZero.test(words) ? `'${words}` : words;
};

/**
 * Returns rows as CSV (RFC 4180, with the byte order mark that Excel needs to read UTF-8). A cell that a spreadsheet
 * would take for a formula, or for a number that begins with 0, gets an apostrophe in front.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // Every text is quoted: a line feed alone would not be, and some spreadsheets also split cells at semicolons.
    { bom: true, record_delimiter: 'windows', quoted_string: true, escape_formulas: true, cast: { string: asText } },
  );

/** The first stack frame in the CMS's own code, such as `src/api/email/outbox/send.js:12`. */
const ownFrame = ({ name, message, stack = '' }: Error): string | undefined =>
  stack
    .replace(`${name}: ${message}`, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .map((line) => /((?:src|config)\/[\w./-]+:\d+):\d+\)?$/.exec(line)?.[1])
    .find((frame) => frame !== undefined);

/**
 * Returns what may be logged about an error: its name, its code and where in the CMS it was thrown. Never its message,
 * which may repeat personal data.
 */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  const frame = ownFrame(error);
  return `${error.name}${code}${frame === undefined ? '' : ` at ${frame}`}`;
};
