import { digitsOf, numbersOf, relayNumber } from 'shared';
import { checkedError, daysOf } from '#src/api/practice/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { isCallable, isFree, isRelay, isRelayOf, isTextable } from './phone-numbers';

/** A help line as it is entered: any field may be missing or anything. */
type EnteredLine = Readonly<Record<string, unknown>>;

const textIn = (line: EnteredLine, field: string): string => {
  const value = line[field];
  return typeof value === 'string' ? value.trim() : '';
};

const linesIn = (value: unknown): EnteredLine[] =>
  Array.isArray(value) ? value.filter((line): line is EnteredLine => typeof line === 'object' && line !== null) : [];

const numberChecks: readonly { field: string; isValid: (digits: string) => boolean; message: string }[] = [
  {
    field: 'call',
    isValid: isCallable,
    message: 'This is not a number that can be called in the UK. Enter digits, for example 116 123 or 0808 808 8000.',
  },
  {
    field: 'text',
    isValid: isTextable,
    message: 'This is not a number that can be texted in the UK. Enter digits, for example 85258.',
  },
  {
    field: 'relay',
    isValid: isRelay,
    message: 'Enter 18001 and then the number to call, for example 18001 116 123. For 999 it is 18000.',
  },
];

/** Returns an error for a line that the site would call free although a call costs money. */
const chargeErrors = (line: EnteredLine, call: string): FieldError[] =>
  line.free === true && isCallable(digitsOf(call)) && !isFree(digitsOf(call))
    ? [
        {
          field: 'call',
          message: `Calls to ${call} can cost money, but the site says that this service is free. Check the number, or switch off “Free”.`,
        },
      ]
    : [];

/** Returns an error where the Relay UK number calls somebody else than the number beside it. */
const relayErrors = (call: string, relay: string): FieldError[] =>
  call === '' || !isCallable(digitsOf(call)) || !isRelay(digitsOf(relay)) || isRelayOf(digitsOf(relay), digitsOf(call))
    ? []
    : [
        {
          field: 'relay',
          message: `This calls another number than ${call}. Enter ${relayNumber(call)}, or leave it empty.`,
        },
      ];

const ways = ['call', 'text', 'chat'] as const;

const errorsOfLine = (line: EnteredLine, now: Date): FieldError[] => {
  const [name, call, relay] = [textIn(line, 'name'), textIn(line, 'call'), textIn(line, 'relay')];
  const wrong = numberChecks.filter(({ field, isValid }) => {
    const number = textIn(line, field);
    return number !== '' && !isValid(digitsOf(number));
  });
  const errors = [
    ...wrong,
    ...chargeErrors(line, call),
    ...relayErrors(call, relay),
    ...(ways.every((way) => textIn(line, way) === '')
      ? [{ field: 'call', message: 'Enter a number to call or text, or a chat.' }]
      : []),
  ];
  const checked = checkedError(line.checked, now);
  return [
    // All errors are shown together.
    ...errors.map(({ field, message }) => ({ field, message: `${name || 'A help line'}: ${message}` })),
    ...(checked === null ? [] : [{ field: 'checked', message: checked }]),
  ];
};

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

/**
 * Returns the lines with the Relay UK number of a changed number to call, where it is still that of the number before.
 */
export const withFollowingRelay = (helpLines: unknown, stored: unknown): unknown => {
  if (!Array.isArray(helpLines)) return helpLines;
  const before = linesIn(stored)
    .map((line) => [digitsOf(textIn(line, 'relay')), digitsOf(textIn(line, 'call'))] as const)
    .filter(([relay, call]) => isRelayOf(relay, call))
    .map(([relay]) => relay);
  return helpLines.map((line: unknown) =>
    linesIn([line]).some((entered) => {
      const [call, relay] = [digitsOf(textIn(entered, 'call')), digitsOf(textIn(entered, 'relay'))];
      return call !== '' && relay !== '' && before.includes(relay) && !isRelayOf(relay, call);
    })
      ? { ...(line as EnteredLine), relay: relayNumber(textIn(line as EnteredLine, 'call')) }
      : line,
  );
};
