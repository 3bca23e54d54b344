import { stringify } from 'csv-stringify/sync';
import { cleanText } from './one-line';

export type Cell = string | number | null;

/** Spreadsheets take `0114` for a number and drop its first digit. */
const losesItsZero = /^0\d+$/;

const asText = (text: string): string => {
  const words = cleanText(text).trim();
  return losesItsZero.test(words) ? `'${words}` : words;
};

/**
 * Rows as a file for spreadsheets (RFC 4180, with the byte order mark that Excel needs to read UTF-8). What people typed stays text: a cell
 * that would be taken for a formula, or for a number that begins with 0, gets an apostrophe in front.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // Every text is quoted: a line feed alone would not be, and some spreadsheets also part cells at semicolons.
    { bom: true, record_delimiter: 'windows', quoted_string: true, escape_formulas: true, cast: { string: asText } },
  );
