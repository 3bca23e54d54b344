/** Runs tasks one after the other, in the order of the calls. A task that fails rejects only its own call. */
export type Mutex = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Creates an in-memory queue for tasks that would wait for the same database lock anyway. A task that waits here uses
 * no connection, so a rush on one workshop does not empty the pool for everyone else.
 */
export const createMutex = (): Mutex => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
};
