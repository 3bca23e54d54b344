import { isPhoneNumber } from 'shared';
import { awayError } from '#src/api/practice/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { availableFromError } from './availability';
import { type EnteredFacts, factsErrors } from './facts-errors';
import { helpLineErrors } from './help-lines';

interface Entered extends EnteredFacts {
  phone?: unknown;
  complaintsUrl?: unknown;
  bookingUrl?: unknown;
  helpLines?: unknown;
  awayUntil?: unknown;
  availability?: unknown;
  availableFrom?: unknown;
}

/** What the check needs to know besides the entry. */
interface Known {
  now: Date;
  /** The away time as it was saved before: one that has passed by itself must not keep the counsellor from saving. */
  awayUntil: Date | null;
}

const isAddress = (value: unknown, protocols: readonly string[]): boolean =>
  typeof value === 'string' && !/\s/.test(value) && URL.canParse(value) && protocols.includes(new URL(value).protocol);
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const awayErrors = (entered: unknown, { now, awayUntil }: Known): FieldError[] => {
  const message = awayError(entered, now);
  const isAsBefore = awayUntil !== null && new Date(entered as string | Date).getTime() === awayUntil.getTime();
  return message === null || isAsBefore ? [] : [{ field: 'awayUntil', message }];
};

/** Returns an error for each field of the practice that can't be shown as it was typed; empty fields are valid. */
export const practiceErrors = (entered: Entered, known: Known): FieldError[] => {
  const { phone, bookingUrl, credentials, helpLines, awayUntil } = entered;
  const availableFrom = availableFromError(entered);
  const lines = Array.isArray(helpLines) ? (helpLines as { chat?: unknown }[]) : [];
  const held = Array.isArray(credentials) ? (credentials as { url?: unknown }[]) : [];
  const secure = (field: string, value: unknown): FieldError[] =>
    isEmpty(value) || isAddress(value, ['https:'])
      ? []
      : [{ field, message: 'Enter a full web address that starts with https://.' }];
  return [
    ...(isEmpty(phone) || (typeof phone === 'string' && (phone.trim() === '' || isPhoneNumber(phone)))
      ? []
      : [{ field: 'phone', message: 'This is not a phone number. Enter digits, for example 0113 496 0142.' }]),
    ...(isEmpty(bookingUrl) || isAddress(bookingUrl, ['https:', 'http:'])
      ? []
      : [
          {
            field: 'bookingUrl',
            message: 'Enter a full web address, for example https://calendar.example/your-name.',
          },
        ]),
    ...awayErrors(awayUntil, known),
    ...(availableFrom === null ? [] : [{ field: 'availableFrom', message: availableFrom }]),
    ...factsErrors(entered, known.now),
    ...secure('complaintsUrl', entered.complaintsUrl),
    ...held.flatMap(({ url }, index) => secure(`credentials.${index}.url`, url)),
    ...lines.flatMap((line, index) => secure(`helpLines.${index}.chat`, line.chat)),
    ...helpLineErrors(helpLines, known.now),
  ];
};
