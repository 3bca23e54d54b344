import { startPostgres } from './postgres.ts';
import { prepare } from './prepared.ts';

/**
 * For the files that start a CMS on PostgreSQL: their databases are copies of one that has its tables. After
 * `one-postgres`.
 */
export default async (): Promise<() => void> => {
  const databaseUrl = await (await startPostgres()).createDatabase();
  const remove = await prepare('plain', databaseUrl);
  process.env.PREPARED_DATABASE = new URL(databaseUrl).pathname.slice(1);
  return () => {
    delete process.env.PREPARED_DATABASE;
    remove();
  };
};
