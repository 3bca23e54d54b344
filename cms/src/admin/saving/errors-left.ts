import { isRecord, looksTheSame } from 'shared';

type Errors = Readonly<Record<string, unknown>>;

const isMessage = (error: unknown): boolean => !isRecord(error) || 'defaultMessage' in error;

const childOf = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value[Number(name)];
  return isRecord(value) ? value[name] : undefined;
};

/** Returns the value at a path such as `sessions.0.day`. */
const valueAt = (values: unknown, path: string): unknown => path.split('.').reduce(childOf, values);

/** Rows were added or taken away: what is said of one of them may be beside another now. */
const hasOtherRows = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && before.length !== after.length;

/**
 * Returns the errors of a form that still stand after its values have changed: what is said about a field ends as soon
 * as the field is changed. The same object, if all of them stand.
 */
export const errorsLeft = (errors: object, before: unknown, after: unknown): Errors => {
  const all = errors as Errors;
  const names = Object.keys(all);
  const left = names.flatMap((name): [string, unknown][] => {
    const [was, is] = [valueAt(before, name), valueAt(after, name)];
    const error = all[name];
    if (isMessage(error) && !Array.isArray(error)) return looksTheSame(was, is) ? [[name, error]] : [];
    if (hasOtherRows(was, is)) return [];
    const inside = errorsLeft(error as Errors, was, is);
    return Object.keys(inside).length === 0 ? [] : [[name, inside]];
  });
  const isSame = left.length === names.length && left.every(([name, error]) => error === all[name]);
  return isSame ? all : Object.fromEntries(left);
};
