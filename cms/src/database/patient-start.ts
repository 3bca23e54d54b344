import type { Core } from '@strapi/strapi';

/** How long a statement waits for the write lock. That blocks the whole process, but while it starts it serves nobody. */
const waitAtStartMs = 30_000;

/** What knex knows of a transaction. */
interface Transaction {
  begin: (connection: unknown) => Promise<unknown>;
  query: (connection: unknown, statement: string) => Promise<unknown>;
}

interface Client {
  transaction: (...args: unknown[]) => Transaction;
}

/**
 * Lets this process wait, while it starts, for other processes that write to the same SQLite file: another one that
 * starts, sends emails or imports. Strapi's own steps read before they write; SQLite refuses that at once
 * (SQLITE_BUSY) while somebody else writes, however long the timeout is. A transaction that begins as one that writes
 * waits instead.
 *
 * @returns a function for the end of the start, after which transactions begin and wait as usual
 * @see https://www.sqlite.org/lang_transaction.html
 */
export const startPatiently = async (strapi: Core.Strapi): Promise<() => Promise<void>> => {
  if (strapi.db.dialect.client !== 'sqlite') return async () => undefined;
  const { connection } = strapi.db;
  const client = connection.client as Client;
  const create = client.transaction.bind(client);
  client.transaction = (...args) => {
    const transaction = create(...args);
    transaction.begin = (pooled) => transaction.query(pooled, 'BEGIN IMMEDIATE;');
    return transaction;
  };
  const [usual] = await connection.raw<{ timeout: number }[]>('pragma busy_timeout');
  await connection.raw(`pragma busy_timeout = ${waitAtStartMs}`);
  return async () => {
    client.transaction = create;
    await connection.raw(`pragma busy_timeout = ${usual?.timeout ?? 0}`);
  };
};
