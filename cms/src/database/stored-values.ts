/** An instant as the database returns it: a Date on PostgreSQL, milliseconds on SQLite. */
export type StoredInstant = Date | number;

/** Returns a stored instant in milliseconds since 1970. */
export const msOf = (stored: StoredInstant): number => new Date(stored).getTime();

/** A boolean as the database returns it: SQLite has 0 and 1. */
export type StoredBoolean = boolean | 0 | 1;

/** Returns a boolean column's value, as a boolean on SQLite too. */
export const booleanOf = (stored: StoredBoolean | null): boolean | null => (stored === null ? null : Boolean(stored));

/** JSON as the database returns it: parsed on PostgreSQL, text on SQLite. */
export type StoredJson<T> = T | string | null;

/**
 * Returns how a database writes JSON functions in SQL. With them, what belongs to a row comes in a column of it, as
 * `StoredJson`, and takes no statement of its own. A JSON column in an object is JSON on PostgreSQL and text on SQLite.
 */
export const jsonFunctions = (client: string) => {
  const [object, list] = client === 'sqlite' ? ['json_object', 'json_group_array'] : ['json_build_object', 'json_agg'];
  return {
    /** An object with these names, each with its column. */
    objectOf: (columns: Readonly<Record<string, string>>): string =>
      `${object}(${Object.entries(columns)
        .map(([name, column]) => `'${name}', ${column}`)
        .join(', ')})`,
    /** A list of that value in each row; null or an empty list if there is none. */
    listOf: (value: string, order: string): string => `${list}(${value} order by ${order})`,
  };
};

/** The columns that Strapi adds to every table. */
export interface Timestamps {
  created_at: StoredInstant;
  updated_at: StoredInstant;
}

/** Returns a JSON column's value, parsed on SQLite too. */
export const jsonOf = <T>(stored: StoredJson<T>): T | null =>
  typeof stored === 'string' ? (JSON.parse(stored) as T | null) : stored;
