import { isRecord } from './records.js';

/** What the CMS and its forms add to a value: ids, and the order of rows in a form. */
const technical: ReadonlySet<string> = new Set(['id', 'documentId', '__temp_key__', '__component']);

/** A time of day as forms send it and databases return it: seconds are there or not, and mean nothing. */
const timeOfDay = /^(\d{2}:\d{2}):00(?:\.0{1,6})?$/;

/** Returns what of a field’s value a person would see: without ids, and every kind of nothing is null. */
const visibleValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(visibleValue);
  if (typeof value === 'string') return value === '' ? null : value.replace(timeOfDay, '$1');
  if (!isRecord(value)) return value ?? null;
  const named = Object.entries(value).filter(([name]) => !technical.has(name));
  const seen = named.map(([name, one]) => [name, visibleValue(one)] as const).filter(([, one]) => one !== null);
  return Object.fromEntries(seen.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Returns whether a person would see no difference between two values of a field of content. */
export const looksTheSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(visibleValue(one)) === JSON.stringify(visibleValue(other));
