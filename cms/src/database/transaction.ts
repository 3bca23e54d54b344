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

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
/** How often the write lock is asked for, each time for as long as the connection is patient (5 s). */
const mostTries = 4;

/**
 * The same for whoever writes. On SQLite it takes the write lock first: a transaction that has read may not begin to write
 * once another process has written meanwhile (SQLITE_BUSY_SNAPSHOT: refused at once, however patient the connection is). SQLite lets
 * nobody queue for that lock, so beside a busy process it is asked for again before anything is refused.
 */
export const inTransaction = async <T>(strapi: Core.Strapi, work: (underWay: UnderWay) => Promise<T>): Promise<T> => {
  if (strapi.db.dialect.client !== 'sqlite') return inReadTransaction(strapi, work);
  for (let tries = 1; ; tries += 1) {
    let begun = false;
    try {
      return await inReadTransaction(strapi, async (underWay) => {
        await underWay.trx.raw('update content_revision set n = n where 1 = 0');
        begun = true;
        return work(underWay);
      });
    } catch (error) {
      if (begun || tries === mostTries || !isBusy(error)) throw error;
    }
  }
};
