/** An instant as the database returns it: a Date on PostgreSQL, milliseconds on SQLite. */
export type StoredInstant = Date | number;

/** A boolean as the database returns it: SQLite has 0 and 1. */
export type StoredBoolean = boolean | 0 | 1;

/** Returns a boolean column's value, as a boolean on SQLite too. */
export const booleanOf = (stored: StoredBoolean | null): boolean | null => (stored === null ? null : Boolean(stored));

/** JSON as the database returns it: parsed on PostgreSQL, text on SQLite. */
export type StoredJson<T> = T | string | null;

/** The columns that Strapi adds to every table. */
export interface Timestamps {
  created_at: StoredInstant;
  updated_at: StoredInstant;
}

/** Returns a JSON column's value, parsed on SQLite too. */
export const jsonOf = <T>(stored: StoredJson<T>): T | null =>
  typeof stored === 'string' ? (JSON.parse(stored) as T | null) : stored;
