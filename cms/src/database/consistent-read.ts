import type { Core } from '@strapi/strapi';
import { inReadTransaction, type Transaction } from './transaction';

/**
 * Everything that `read` asks is from one moment. Publishing replaces rows: an answer that is put together from several
 * queries could else have the words of one version and miss the topics of another.
 */
export const consistentRead = <T>(strapi: Core.Strapi, read: (trx: Transaction) => Promise<T>): Promise<T> =>
  inReadTransaction(strapi, async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('set transaction isolation level repeatable read, read only');
    return read(trx);
  });
