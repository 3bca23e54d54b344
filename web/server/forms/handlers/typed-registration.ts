import {
  type Price,
  type RegistrationForm,
  registrationForm,
  type RegistrationProblem,
  registrationProblems,
} from 'shared';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** The form as somebody filled it in, right or wrong. */
export interface TypedRegistration {
  name: string;
  email: string;
  /** A price's number, or empty. */
  price: string;
  needs: string;
  consent: boolean;
  /** What only a machine fills in. */
  trap: string;
}

/** The fields in the order in which they stand on the page. */
export const registrationFields = ['name', 'email', 'price', 'needs', 'consent'] as const;
export type RegistrationField = (typeof registrationFields)[number];

export interface RegistrationTrouble {
  field: RegistrationField;
  problem: RegistrationProblem;
}

export const nothingTyped: TypedRegistration = { name: '', email: '', price: '', needs: '', consent: false, trap: '' };

export const typedRegistration = (form: FormFields): TypedRegistration => ({
  name: textField(form, 'name'),
  email: textField(form, 'email'),
  price: textField(form, 'price'),
  needs: textField(form, 'needs'),
  consent: isTicked(form, 'consent'),
  trap: textField(form, 'homepage'),
});

const isProblem = (word: string): word is RegistrationProblem =>
  (registrationProblems as readonly string[]).includes(word);

/** One problem a field, in the order of the page, from what a schema or the CMS says. */
export function troublesOf(issues: readonly { path: readonly PropertyKey[]; says: string }[]): RegistrationTrouble[] {
  return registrationFields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, problem: isProblem(issue.says) ? issue.says : 'missing' }] : [];
  });
}

/** Where there is one price, or none, nobody has to choose. */
function chosen(typed: string, prices: readonly Price[]): number | null {
  const [first, second] = prices;
  if (!second) return first?.number ?? null;
  return /^[1-9]\d?$/.test(typed) ? Number(typed) : null;
}

function priceTrouble(typed: string, prices: readonly Price[]): { path: ['price']; says: RegistrationProblem }[] {
  if (prices.length < 2) return [];
  if (typed === '') return [{ path: ['price'], says: 'missing' }];
  return prices.some(({ number }) => String(number) === typed) ? [] : [{ path: ['price'], says: 'no-such-price' }];
}

/** What was typed as the contract has it, or what is wrong with it. `prices` are those of the workshop. */
export function checkRegistration(
  typed: TypedRegistration,
  prices: readonly Price[],
): { ok: true; fields: RegistrationForm } | { ok: false; troubles: RegistrationTrouble[] } {
  const parsed = registrationForm.safeParse({ ...typed, price: chosen(typed.price, prices) });
  const pricing = priceTrouble(typed.price, prices);
  if (parsed.success && pricing.length === 0) return { ok: true, fields: parsed.data };
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path, says: message }));
  return { ok: false, troubles: troublesOf([...issues, ...pricing]) };
}
