/** Runs what it is given one after the other, in the order of asking. What fails fails for its caller alone. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A queue in memory, for acts that would wait for one lock of the database anyway: who waits here holds no connection, so that a rush
 * upon one workshop leaves the pool to everybody else.
 */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
