import type { Core } from '@strapi/strapi';

/** The transaction that is under way: raw statements must join it, or they wait for it for ever on SQLite. */
export type Transaction = Parameters<ReturnType<Core.Strapi['db']['getConnection']>['transacting']>[0];

interface UnderWay {
  trx: Transaction;
  /** Runs when everything around it is committed, too: the admin publishes inside a transaction of its own. */
  onCommit: (then: () => void) => void;
}

/** Strapi's transaction (joined if there is one already) with the types that Strapi leaves out. */
export const inTransaction = async <T>(strapi: Core.Strapi, work: (underWay: UnderWay) => Promise<T>): Promise<T> =>
  await strapi.db.transaction((underWay: UnderWay) => work(underWay));
