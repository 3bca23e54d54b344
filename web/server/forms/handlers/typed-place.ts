import {
  type PlaceChange,
  placeChange,
  type PrivatePlace,
  type RegistrationProblem,
  registrationProblems,
} from 'shared';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** What a participant can change, and the version that they had before them. */
export interface TypedPlace {
  certificateName: string;
  needs: string;
  consent: boolean;
  version: number;
}

/** The fields in the order in which they stand on the page. */
export const placeFields = ['certificateName', 'needs', 'consent'] as const;
export type PlaceField = (typeof placeFields)[number];

/** `unprintable`: the certificate's type lacks some of its letters. */
export interface PlaceTrouble {
  field: PlaceField;
  problem: RegistrationProblem | 'unprintable';
}

export const typedPlace = (form: FormFields): TypedPlace => ({
  certificateName: textField(form, 'certificateName'),
  needs: textField(form, 'needs'),
  consent: isTicked(form, 'consent'),
  version: Number(textField(form, 'version')),
});

/** As it stands now. Who has said what they need has also said that it may be kept. */
export const placeAsTyped = ({ certificateName, needs, version }: PrivatePlace): TypedPlace => ({
  certificateName,
  needs: needs ?? '',
  consent: needs !== null,
  version,
});

const isProblem = (word: string): word is RegistrationProblem =>
  (registrationProblems as readonly string[]).includes(word);

/** One problem a field, in the order of the page, from what a schema or the CMS says. */
export function placeTroublesOf(issues: readonly { path: readonly PropertyKey[]; says: string }[]): PlaceTrouble[] {
  return placeFields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, problem: isProblem(issue.says) ? issue.says : 'missing' }] : [];
  });
}

/** The change as the contract has it, or what is wrong with it. */
export function checkPlace(
  token: string,
  typed: TypedPlace,
): { ok: true; change: PlaceChange } | { ok: false; troubles: PlaceTrouble[] } {
  const parsed = placeChange.safeParse({ token, ...typed });
  if (parsed.success) return { ok: true, change: parsed.data };
  const troubles = placeTroublesOf(parsed.error.issues.map(({ path, message }) => ({ path, says: message })));
  // A version that nobody's page has made: the name is looked at again.
  return { ok: false, troubles: troubles.length > 0 ? troubles : [{ field: 'certificateName', problem: 'missing' }] };
}
