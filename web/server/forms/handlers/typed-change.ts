import { type FieldProblem, fieldProblems, privateChange } from 'shared';

/** Name and words as their writer changes them, and the version that they had before them. */
export interface TypedChange {
  name: string;
  words: string;
  version: number;
}

export interface ChangeTrouble {
  field: 'name' | 'words';
  problem: FieldProblem;
}

const changeable = privateChange.omit({ token: true });
const isProblem = (word: string): word is FieldProblem => (fieldProblems as readonly string[]).includes(word);

/** The change as the contract has it, or what is wrong with it. */
export function checkChange(
  typed: TypedChange,
): { ok: true; fields: TypedChange } | { ok: false; troubles: ChangeTrouble[] } {
  const parsed = changeable.safeParse(typed);
  if (parsed.success) return { ok: true, fields: parsed.data };
  const troubles = (['name', 'words'] as const).flatMap((field): ChangeTrouble[] => {
    const issue = parsed.error.issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, problem: isProblem(issue.message) ? issue.message : 'missing' }] : [];
  });
  // A version that nobody's page has made: the words are looked at again.
  return { ok: false, troubles: troubles.length > 0 ? troubles : [{ field: 'words', problem: 'missing' }] };
}
