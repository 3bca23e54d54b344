import { type CallRules, callRules } from 'shared';
import { tooLongMessage } from '#src/admin/components/labels';
import { hoursErrors, storedHours, type TypedHours, typedHours } from './hours-form';

/** The rules that are whole numbers, as they are typed. */
const numberFields = [
  'minutes',
  'everyMinutes',
  'bufferBefore',
  'bufferAfter',
  'noticeHours',
  'horizonDays',
  'maxPerDay',
  'maxPerWeek',
  'keepDays',
  'staleHours',
] as const;
export type NumberField = (typeof numberFields)[number];

/** What the counsellor types; a limit that is empty does not count. */
export interface TypedRules extends Record<NumberField, string> {
  readonly isOpen: boolean;
  readonly hours: readonly TypedHours[];
  readonly isOnline: boolean;
  readonly isByPhone: boolean;
  readonly joining: string;
}

/** Sentences by field; those of hours are by their keys. */
export type RuleErrors = Partial<Record<NumberField | 'channels' | 'joining', string>> & {
  hours: Record<string, string>;
};

const joiningLimit = 1_000;

interface Range {
  min: number;
  max: number;
  /** In steps of so many. */
  step?: number;
  mayBeEmpty?: boolean;
}

/** As the contract has them. */
const ranges: Readonly<Record<NumberField, Range>> = {
  minutes: { min: 10, max: 120, step: 5 },
  everyMinutes: { min: 5, max: 240, step: 5 },
  bufferBefore: { min: 0, max: 240, step: 5 },
  bufferAfter: { min: 0, max: 240, step: 5 },
  noticeHours: { min: 0, max: 720 },
  horizonDays: { min: 1, max: 120 },
  maxPerDay: { min: 1, max: 50, mayBeEmpty: true },
  maxPerWeek: { min: 1, max: 200, mayBeEmpty: true },
  keepDays: { min: 1, max: 365 },
  staleHours: { min: 1, max: 168 },
};

/** Returns stored rules for the form. */
export const typedRules = (rules: CallRules): TypedRules => ({
  isOpen: rules.isOpen,
  hours: typedHours(rules.hours),
  isOnline: rules.channels.includes('online'),
  isByPhone: rules.channels.includes('phone'),
  joining: rules.joining ?? '',
  ...(Object.fromEntries(numberFields.map((name) => [name, String(rules[name] ?? '')])) as Record<NumberField, string>),
});

const numberError = (typed: string, { min, max, step = 1, mayBeEmpty = false }: Range): string | undefined => {
  const text = typed.trim();
  if (text === '' && mayBeEmpty) return undefined;
  const number = Number(text);
  const isRight = /^\d{1,4}$/.test(text) && number >= min && number <= max && number % step === 0;
  if (isRight) return undefined;
  const steps = step === 1 ? '' : `, in steps of ${step}`;
  return `Enter a whole number from ${min} to ${max}${steps}${mayBeEmpty ? ', or leave this empty' : ''}.`;
};

/** Returns what is wrong with what was typed; with no errors, `checkRules` returns rules. */
const errorsIn = (typed: TypedRules): RuleErrors => {
  const errors: RuleErrors = { hours: {} };
  for (const name of numberFields) {
    const error = numberError(typed[name], ranges[name]);
    if (error !== undefined) errors[name] = error;
  }
  errors.hours = hoursErrors(typed.hours, errors.minutes === undefined ? Number(typed.minutes) : 0);
  if (!typed.isOnline && !typed.isByPhone) errors.channels = 'Choose at least one.';
  if ([...typed.joining.trim()].length > joiningLimit) errors.joining = tooLongMessage(typed.joining, joiningLimit);
  return errors;
};

const hasErrors = ({ hours, ...others }: RuleErrors): boolean =>
  Object.keys(hours).length > 0 || Object.keys(others).length > 0;

/** Returns the rules that were typed, or what is wrong with them. */
export const checkRules = (typed: TypedRules): { rules: CallRules } | { errors: RuleErrors } => {
  const errors = errorsIn(typed);
  if (hasErrors(errors)) return { errors };
  const numbers = Object.fromEntries(
    numberFields.map((name) => [name, typed[name].trim() === '' ? null : Number(typed[name])]),
  );
  const channels = [...(typed.isOnline ? ['online'] : []), ...(typed.isByPhone ? ['phone'] : [])];
  const joining = typed.joining.trim() === '' ? null : typed.joining;
  const { isOpen } = typed;
  return { rules: callRules.parse({ ...numbers, isOpen, hours: storedHours(typed.hours), channels, joining }) };
};

/** Returns whether what was typed is what is stored. */
export const isSame = (typed: TypedRules, stored: CallRules): boolean => {
  const checked = checkRules(typed);
  return 'rules' in checked && JSON.stringify(sorted(checked.rules)) === JSON.stringify(sorted(stored));
};

/** Returns rules with everything in one order, to compare them. */
const sorted = (rules: CallRules): unknown[] => [
  storedHours(typedHours(rules.hours)),
  [...rules.channels].toSorted(),
  rules.isOpen,
  rules.joining,
  ...numberFields.map((name) => rules[name]),
];
