/** An empty field is no text: the contract has one word for that, null. */
export const textOrNull = (value: string | null | undefined): string | null => {
  const text = (value ?? '').trim();
  return text === '' ? null : text;
};

/** An instant from either database: SQLite stores milliseconds, PostgreSQL's driver makes a Date. */
export const instantOf = (value: Date | string | number): string => new Date(value).toISOString();
