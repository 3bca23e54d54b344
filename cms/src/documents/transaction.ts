import type { Core } from '@strapi/strapi';

/** The transaction that is under way: raw statements must join it, or they wait for it for ever on SQLite. */
export type Transaction = Parameters<ReturnType<Core.Strapi['db']['getConnection']>['transacting']>[0];

interface UnderWay {
  trx: Transaction;
  /** Runs when everything around it is committed, too: the admin publishes inside a transaction of its own. */
  onCommit: (then: () => void) => void;
}

/** Strapi's transaction (joined if there is one already) with the types that Strapi leaves out; for reading only. */
export const inReadTransaction = async <T>(strapi: Core.Strapi, work: (underWay: UnderWay) => Promise<T>): Promise<T> =>
  await strapi.db.transaction((underWay: UnderWay) => work(underWay));

/**
 * The same for whoever writes. On SQLite it takes the write lock first: a transaction that has read may not begin to write
 * once another process has written meanwhile (SQLITE_BUSY_SNAPSHOT: refused at once, however patient the connection is).
 */
export const inTransaction = <T>(strapi: Core.Strapi, work: (underWay: UnderWay) => Promise<T>): Promise<T> =>
  inReadTransaction(strapi, async (underWay) => {
    if (strapi.db.dialect.client === 'sqlite') await underWay.trx.raw('update content_revision set n = n where 1 = 0');
    return work(underWay);
  });
