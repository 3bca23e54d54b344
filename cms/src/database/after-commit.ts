import type { Core } from '@strapi/strapi';
import { logFailure } from '#src/log/failure-log';

interface Given {
  onCommit: (work: () => unknown) => void;
}

type RunTransaction = (work?: (given: Given) => unknown) => Promise<unknown>;

/**
 * Keeps what follows a commit apart from the commit: Strapi calls these functions in turn and waits for none. One that
 * throws would make a change look failed that is stored, and keep the rest from running; a promise that rejects would
 * be nobody’s. Strapi’s own events of documents are such promises: each reads the document again, and on a busy machine
 * none gets a connection in time.
 */
export const guardAfterCommit = (strapi: Core.Strapi): void => {
  const db = strapi.db as unknown as { transaction: RunTransaction };
  const transaction = db.transaction.bind(db);
  const failed = (error: unknown): void => {
    logFailure(strapi.log, 'Something that follows a change failed.', error);
  };
  const guarded = (work: () => unknown) => (): void => {
    try {
      Promise.resolve(work()).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  db.transaction = (work) =>
    work === undefined
      ? transaction()
      : transaction((given) => work({ ...given, onCommit: (after) => given.onCommit(guarded(after)) }));
};
