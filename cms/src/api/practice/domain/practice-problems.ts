import type { Problem } from '../../../documents/refuse';

interface Entered {
  accreditationUrl?: unknown;
  bookingUrl?: unknown;
  helpLines?: unknown;
}

const isAddress = (value: unknown, protocols: readonly string[]): boolean =>
  typeof value === 'string' && !/\s/.test(value) && URL.canParse(value) && protocols.includes(new URL(value).protocol);
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What of the practice's entry can't be shown as it was typed; empty fields are fine. */
export const practiceProblems = ({ accreditationUrl, bookingUrl, helpLines }: Entered): Problem[] => {
  const lines = Array.isArray(helpLines) ? (helpLines as { chat?: unknown }[]) : [];
  const secure = (field: string, value: unknown): Problem[] =>
    isEmpty(value) || isAddress(value, ['https:']) ? [] : [{ field, message: 'This should be a whole web address that begins with https://' }];
  return [
    ...secure('accreditationUrl', accreditationUrl),
    ...(isEmpty(bookingUrl) || isAddress(bookingUrl, ['https:', 'http:'])
      ? []
      : [{ field: 'bookingUrl', message: 'This should be a whole web address, for example https://calendar.example/your-name' }]),
    ...lines.flatMap((line, index) => secure(`helpLines.${index}.chat`, line.chat)),
  ];
};
