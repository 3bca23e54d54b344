import { numbersOf } from 'shared';
import { checkedError, daysOf } from '#src/api/practice/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';

/** A help line as it is entered: any field may be missing or anything. */
type EnteredLine = Readonly<Record<string, unknown>>;

const textIn = (line: EnteredLine, field: string): string => {
  const value = line[field];
  return typeof value === 'string' ? value.trim() : '';
};

const linesIn = (value: unknown): EnteredLine[] =>
  Array.isArray(value) ? value.filter((line): line is EnteredLine => typeof line === 'object' && line !== null) : [];

/** Spaces, hyphens, full stops and brackets only group the digits. */
const digitsOf = (number: string): string => number.replace(/[\s().–-]/g, '');

/**
 * Numbers that can be called from a UK phone: three digits (999, 111), 116 123 and its siblings, 0800 1111, national
 * numbers of ten or eleven digits, and international ones.
 *
 * @see https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-policy
 */
const callable = /^(?:1\d\d|999|116\d{3}|08001111|0[1-9]\d{8,9}|\+[1-9]\d{7,14})$/;
/** Short codes of five digits, 999 for those who are registered, and mobile numbers. */
const textable = /^(?:[6-8]\d{4}|999|07\d{9}|\+[1-9]\d{7,14})$/;

const isRelay = (digits: string): boolean =>
  digits === '18000' || (digits.startsWith('18001') && callable.test(digits.slice('18001'.length)));

const numberChecks: readonly { field: string; isValid: (digits: string) => boolean; message: string }[] = [
  {
    field: 'call',
    isValid: (digits) => callable.test(digits),
    message: 'This is not a number that can be called in the UK. Enter digits, for example 116 123 or 0808 808 8000.',
  },
  {
    field: 'text',
    isValid: (digits) => textable.test(digits),
    message: 'This is not a number that can be texted in the UK. Enter digits, for example 85258.',
  },
  {
    field: 'relay',
    isValid: isRelay,
    message: 'Enter 18001 and then the number to call, for example 18001 116 123. For 999 it is 18000.',
  },
];

const ways = ['call', 'text', 'chat'] as const;

const errorsOfLine = (line: EnteredLine, now: Date): FieldError[] => [
  ...numberChecks
    .filter(({ field, isValid }) => textIn(line, field) !== '' && !isValid(digitsOf(textIn(line, field))))
    .map(({ field, message }) => ({ field, message: `${textIn(line, 'name') || 'A help line'}: ${message}` })),
  ...(ways.every((way) => textIn(line, way) === '')
    ? [
        {
          field: 'call',
          message: `${textIn(line, 'name') || 'A help line'}: Enter a number to call or text, or a chat.`,
        },
      ]
    : []),
  ...[checkedError(line.checked, now)].flatMap((message) => (message === null ? [] : [{ field: 'checked', message }])),
];

/** Returns an error for each number that nobody could call or text, and for each check on a day to come. */
export const helpLineErrors = (helpLines: unknown, now: Date): FieldError[] =>
  linesIn(helpLines).flatMap((line, index) =>
    errorsOfLine(line, now).map(({ field, message }) => ({ field: `helpLines.${index}.${field}`, message })),
  );

/** Returns whether a line has numbers that no stored one has, and nobody says that they called them today. */
const isUnchecked = (line: EnteredLine, stored: unknown, now: Date): boolean =>
  !daysOf(now).includes(textIn(line, 'checked')) &&
  !linesIn(stored).some((other) => numbersOf(other) === numbersOf(line));

/**
 * Returns the lines without the day of the last check where a number has changed since: the site must not say that
 * somebody called it.
 */
export const withoutStaleChecks = (helpLines: unknown, stored: unknown, now: Date): unknown =>
  Array.isArray(helpLines)
    ? helpLines.map((line: unknown) =>
        linesIn([line]).some((entered) => isUnchecked(entered, stored, now))
          ? { ...(line as EnteredLine), checked: null }
          : line,
      )
    : helpLines;
