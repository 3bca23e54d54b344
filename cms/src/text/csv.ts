import { stringify } from 'csv-stringify/sync';
import { cleanText } from 'shared';

/** A date is one of ours, of which the day counts; text is what somebody typed. */
export type Cell = string | number | Date | null;

/** Words in dates and times, and the unit or exponent of a number; without them, only digits and signs are left. */
const wordsOfNumbers =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tue|wed|thu|fri|sat|sun|[ap]\.?m\.?|gmt|utc|e|t|z|gbp|eur|usd)(?![a-z])/g;
const truths = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|waar|onwaar)$/;

/** Whether a spreadsheet would take a text for a number, date, time, fraction, amount or truth, and change it. */
const looksLikeValue = (text: string): boolean => {
  const lower = text.toLowerCase();
  if (truths.test(lower)) return true;
  // `5e3` and `mar5` have no border between letter and digit.
  const rest = lower
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(wordsOfNumbers, '');
  return /\p{N}/u.test(rest) && !/\p{L}/u.test(rest);
};

const asText = (text: string): string => {
  const clean = cleanText(text);
  return looksLikeValue(clean) ? `'${clean}` : clean;
};

/**
 * Returns rows as CSV (RFC 4180, with the byte order mark that Excel needs to read UTF-8). A cell that a spreadsheet
 * would take for a formula, a number, a date, a time or a truth gets an apostrophe in front.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // Every text is quoted: a line feed alone would not be, and some spreadsheets also split cells at semicolons.
    {
      bom: true,
      record_delimiter: 'windows',
      quoted_string: true,
      escape_formulas: true,
      cast: { string: asText, date: (date) => date.toISOString().slice(0, 10) },
    },
  );
