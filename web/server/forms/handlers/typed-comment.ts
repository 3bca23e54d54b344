import { type CommentForm, commentForm, type FieldProblem, fieldProblems } from 'shared';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** The comment form as somebody filled it in, right or wrong. */
export interface TypedComment {
  name: string;
  words: string;
  audience: string;
  email: string;
  tellAppeared: boolean;
  tellReplies: boolean;
  consent: boolean;
  /** The number of the comment that it answers, or empty. */
  reply: string;
  /** What only a machine fills in. */
  trap: string;
}

/** The fields in the order in which they stand on the page. */
export const typedFields = ['name', 'words', 'audience', 'email', 'consent'] as const;
export type TypedField = (typeof typedFields)[number];

export interface FieldTrouble {
  field: TypedField;
  problem: FieldProblem;
}

/** An empty form is for everyone: what people write under a post mostly is. */
export const nothingTyped = (reply: string): TypedComment => ({
  name: '',
  words: '',
  audience: 'everyone',
  email: '',
  tellAppeared: false,
  tellReplies: false,
  consent: false,
  reply,
  trap: '',
});

export const typedComment = (form: FormFields): TypedComment => ({
  name: textField(form, 'name'),
  words: textField(form, 'words'),
  audience: textField(form, 'audience'),
  email: textField(form, 'email'),
  tellAppeared: isTicked(form, 'tell-appeared'),
  tellReplies: isTicked(form, 'tell-replies'),
  consent: isTicked(form, 'consent'),
  reply: textField(form, 'reply'),
  trap: textField(form, 'homepage'),
});

const isField = (name: unknown): name is TypedField => (typedFields as readonly unknown[]).includes(name);
const isProblem = (word: string): word is FieldProblem => (fieldProblems as readonly string[]).includes(word);

/** One problem a field, in the order of the page, from what a schema or the CMS says. */
export function troublesOf(issues: readonly { path: readonly PropertyKey[]; says: string }[]): FieldTrouble[] {
  return typedFields.flatMap((field) => {
    const issue = issues.find(({ path }) => isField(path[0]) && path[0] === field);
    return issue ? [{ field, problem: isProblem(issue.says) ? issue.says : 'missing' }] : [];
  });
}

/** What was typed as the contract has it, or what is wrong with it. */
export function checkComment(
  typed: TypedComment,
): { ok: true; fields: CommentForm } | { ok: false; troubles: FieldTrouble[] } {
  const parsed = commentForm.safeParse(typed);
  if (parsed.success) return { ok: true, fields: parsed.data };
  return { ok: false, troubles: troublesOf(parsed.error.issues.map(({ path, message }) => ({ path, says: message }))) };
}
