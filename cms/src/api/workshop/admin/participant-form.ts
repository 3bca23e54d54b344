import { type NewParticipant, newParticipant, registrationLimits } from 'shared';
import { tooLongMessage } from '#src/admin/components/labels';

/** A participant as typed into the form. */
export type TypedParticipant = {
  name: string;
  email: string;
  /** A price's key. */
  price: string | null;
  accessNeeds: string;
};

type FieldName = keyof TypedParticipant;

/** The error messages by field, each saying how to correct it. */
export type ParticipantErrors = Partial<Record<FieldName, string>>;

const fieldNames: readonly FieldName[] = ['name', 'email', 'price', 'accessNeeds'];

const missing: Readonly<Record<FieldName, string>> = {
  name: 'Enter the participant’s name.',
  email: 'Enter the participant’s email address.',
  price: 'Choose a price.',
  accessNeeds: 'Enter the participant’s access needs, or leave this empty.',
};

const limits = {
  name: registrationLimits.name.max,
  email: registrationLimits.email,
  accessNeeds: registrationLimits.accessNeeds.max,
} as const;

/** Returns the message for one of the contract's error codes. */
const messageFor = (field: FieldName, code: string, typed: TypedParticipant): string => {
  if (code === 'too-long' && field !== 'price') return tooLongMessage(typed[field], limits[field]);
  return code === 'not-an-address'
    ? 'Enter an email address in the correct format, such as robin@example.org.'
    : missing[field];
};

type Checked = { errors: ParticipantErrors } | { participant: NewParticipant };

/** Checks the form with the contract that the endpoint parses, and returns the errors or the request. */
export const checkParticipant = (typed: TypedParticipant, hasPrices: boolean, nonce: string): Checked => {
  const parsed = newParticipant.safeParse({ ...typed, nonce });
  const errors: ParticipantErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = fieldNames.find((name) => name === path[0]);
    if (field) errors[field] ??= messageFor(field, message, typed);
  }
  if (hasPrices && typed.price === null) errors.price = missing.price;
  return parsed.success && errors.price === undefined ? { participant: parsed.data } : { errors };
};
