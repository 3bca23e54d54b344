/** Runs work one after the other, in the order of the calls. Work that fails fails for its caller alone. */
export type Mutex = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Creates a queue in memory for work that would wait for one lock of the database anyway: what waits here holds no
 * connection, so that a rush on one workshop leaves the pool to everybody else.
 */
export const createMutex = (): Mutex => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
};
