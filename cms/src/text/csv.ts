import { stringify } from 'csv-stringify/sync';
import { cleanText } from 'shared';

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
