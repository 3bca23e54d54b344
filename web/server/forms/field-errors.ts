import type { z } from 'zod';
import type { FieldIssue } from '#server/cms/commands';
import type { ParsedForm } from './define-form';

/** What is wrong with one field. */
export interface FieldError<Field extends string = string, Code extends string = string> {
  field: Field;
  code: Code;
}

/** The fields of a form in the order of the page, and the error codes of its contract. */
export interface FormFieldList<Field extends string, Code extends string> {
  fields: readonly Field[];
  codes: readonly Code[];
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  list.some((item) => item === value);

/**
 * Returns one error a field, in the order of the page. An issue with a code that the contract does not name, such as
 * zod's own, counts as a missing field.
 */
export function toFieldErrors<Field extends string, Code extends string>(
  { fields, codes }: FormFieldList<Field, Code>,
  issues: readonly { path: readonly PropertyKey[]; code: string }[],
): FieldError<Field, Code | 'missing'>[] {
  return fields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, code: isOneOf(codes, issue.code) ? issue.code : 'missing' }] : [];
  });
}

/** Returns the issues of a schema of the contract, whose messages are error codes. */
export const issuesOf = (error: z.ZodError | undefined): FieldIssue[] =>
  (error?.issues ?? []).map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    code: message,
  }));

/** Checks input with a schema of the contract. */
export function parseWith<Schema extends z.ZodType, Field extends string, Code extends string>(
  schema: Schema,
  input: unknown,
  list: FormFieldList<Field, Code>,
): ParsedForm<z.infer<Schema>, FieldError<Field, Code | 'missing'>[]> {
  const parsed = schema.safeParse(input);
  return parsed.success
    ? { ok: true, values: parsed.data }
    : { ok: false, errors: toFieldErrors(list, issuesOf(parsed.error)) };
}
