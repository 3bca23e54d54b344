/** The part of a connection of better-sqlite3 that is used here. */
export interface PreparingConnection<Statement extends object = object> {
  prepare(sql: string): Statement;
}

/** How many statements a connection keeps: about 10 kB each. */
const maxKept = 400;

/** Pragmas are left out, because SQLite carries some of them out while it prepares them; so is what changes tables. */
const isKept = (sql: string): boolean => /^\s*(?:select|insert|update|delete|with)\s/i.test(sql);

/**
 * Lets a connection prepare each statement once: knex prepares it anew for every query, which takes SQLite longer than
 * most of them do. The least recently used ones go first. SQLite itself notices when tables have changed.
 */
export const keepPrepared = <Statement extends object>(connection: PreparingConnection<Statement>): void => {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Statement>();
  connection.prepare = (sql) => {
    if (!isKept(sql)) return prepare(sql);
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
};
