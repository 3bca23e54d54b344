import { isRecord } from 'shared';

/** Whether two values are the same as JSON, in whatever order their properties are: PostgreSQL sorts them. */
export const isSameJson = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keysOf = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inside]) => (inside === undefined ? [] : [key]));
  const keys = keysOf(one);
  return keys.length === keysOf(other).length && keys.every((key) => isSameJson(one[key], other[key]));
};
