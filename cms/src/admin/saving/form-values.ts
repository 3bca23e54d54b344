import { isRecord, looksTheSame } from 'shared';

/** What a form of the content manager holds, by field. */
export type Values = Readonly<Record<string, unknown>>;

/** Strapi types what a form holds as an object without fields. */
export const asValues = (values: object): Values => values as Values;

/** A related entry is held as what is added and removed; the saved ones are not in the form. */
const isUnchangedRelation = (value: unknown): boolean =>
  isRecord(value) &&
  Array.isArray(value.connect) &&
  Array.isArray(value.disconnect) &&
  value.connect.length + value.disconnect.length === 0;

/** Returns the fields whose value a person changed, with what they hold now. */
export const changedFields = (before: Values, after: Values): Values => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter(
    (name) => !looksTheSame(before[name], after[name]) && !isUnchangedRelation(after[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
};

/** What the CMS sends along with the fields of an entry. */
const meta: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'publishedAt',
  'status',
  'locale',
  'localizations',
]);

/**
 * Returns the fields that the other version changed. It comes from the CMS, which counts related entries instead of
 * listing them: those are left out.
 */
export const changedByOther = (before: Values, other: Values): string[] =>
  Object.keys(other).filter((name) => {
    const now = other[name];
    const isRelation = (isRecord(before[name]) && 'connect' in before[name]) || (isRecord(now) && 'count' in now);
    return !isRelation && !meta.has(name) && !looksTheSame(before[name], now);
  });

/** Returns what was typed while a form was being saved: the fields that differ from what was sent. */
export const typedSince = (sent: Values, before: Values, now: Values): Values => {
  const typed = changedFields(before, now);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !looksTheSame(sent[name], now[name])));
};

/** Returns what is sent for the values of a form: the content manager shows some as other objects than it stores. */
export const toRequest = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toRequest);
  if (!isRecord(value)) return value;
  if ('apiData' in value) return value.apiData;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toRequest(one)]));
};

const idsIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isRecord(value) ? ['id' in value ? value.id : null, ...Object.values(value).flatMap(idsIn)] : [];
};

const isFile = (value: Values): boolean => 'mime' in value && 'url' in value;

/**
 * Returns a value whose parts have only ids that the stored version has, too: parts that somebody removed are made
 * again, under new ids.
 */
export const withKnownIds = (value: unknown, stored: unknown): unknown => {
  const known = new Set(idsIn(stored));
  const clean = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(clean);
    if (!isRecord(one) || isFile(one) || 'connect' in one) return one;
    const kept = Object.entries(one).filter(([name, id]) => name !== 'id' || known.has(id));
    return Object.fromEntries(kept.map(([name, part]) => [name, clean(part)]));
  };
  return clean(value);
};

const named = ['name', 'title', 'label', 'day', 'key'] as const;

/** Returns the parts of a value in words, without what the database needs only. */
const partsInWords = (value: Values): string =>
  Object.entries(value)
    .filter(([key, part]) => !/^(id|documentId|__.*)$/.test(key) && part !== null)
    .map(([, part]) => inWords(part))
    .join(', ');

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Returns a value as a line of text, to compare two versions by eye. */
export const inWords = (value: unknown): string => {
  if (isNothing(value)) return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join('\n');
  if (!isRecord(value)) return '';
  if (typeof value.text === 'string') return value.text;
  if (Array.isArray(value.children)) return value.children.map(inWords).join(value.type === 'list' ? '\n' : '');
  const name = named.find((one) => typeof value[one] === 'string');
  if (isFile(value) && name !== undefined) return String(value[name]);
  return partsInWords(value);
};
