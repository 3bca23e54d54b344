/** Returns trimmed text, or null for an empty field: the contracts have no empty texts. */
export const textOrNull = (value: string | null | undefined): string | null => {
  const text = (value ?? '').trim();
  return text === '' ? null : text;
};

/** Returns ISO 8601 for an instant from either database: SQLite stores milliseconds, PostgreSQL's driver makes a Date. */
export const instantOf = (value: Date | string | number): string => new Date(value).toISOString();
