import type { Core } from '@strapi/strapi';

const onPostgres = ['comments', 'mailboxes', 'emails', 'reports', 'registrations', 'certificates'].map(
  (table) => `vacuum (analyze) ${table}`,
);
/**
 * What was deleted is overwritten already (`secure_delete`). The statistics keep samples of what stands in indexes, addresses
 * among them, until they are made anew; and the log beside the file has all of it until it is written back.
 */
const onSqlite = ['analyze', 'pragma wal_checkpoint(TRUNCATE)'];

/** Makes the database forget what was deleted, as far as its files allow; not inside a transaction. */
export const tidyDatabase = async (strapi: Core.Strapi): Promise<void> => {
  for (const statement of strapi.db.dialect.client === 'postgres' ? onPostgres : onSqlite)
    await strapi.db.connection.raw(statement);
};
