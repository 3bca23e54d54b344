import { isRecord } from 'shared';
import type { FieldError } from '#src/documents/check-before-publishing';
import { credentialErrors } from './credentials';

/** The entries of a list as they were entered: any field may be missing or anything. */
const entriesIn = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const feeErrors = (fees: unknown): FieldError[] =>
  entriesIn(fees).flatMap(({ amount, concession }, index): FieldError[] => [
    ...(isEmpty(amount) ? [{ field: `fees.${index}.amount`, message: 'Enter the fee in pounds, such as 55.' }] : []),
    ...(!isEmpty(amount) && !isEmpty(concession) && Number(concession) > Number(amount)
      ? [{ field: `fees.${index}.concession`, message: 'The concession is more than the fee beside it.' }]
      : []),
  ]);

/** What the practice says about itself, as it is entered. */
export interface EnteredFacts {
  credentials?: unknown;
  fees?: unknown;
}

/** Returns an error for each field of what the practice says about itself that can't be shown as it was typed. */
export const factsErrors = ({ credentials, fees }: EnteredFacts, now: Date): FieldError[] => [
  ...credentialErrors(credentials, now),
  ...feeErrors(fees),
];
