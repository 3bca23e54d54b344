import { setTimeout as pause } from 'node:timers/promises';

/** How long a job works before it lets others in, and for how long it then rests, in milliseconds. */
const workMs = 25;
const restMs = 25;

/**
 * Returns a function for a job with many steps to await after each of them. Queries of SQLite run on the event loop
 * itself and never leave it to requests, so a job that does not rest stops the whole CMS until it is done.
 */
export const createPace = (): (() => Promise<void>) => {
  let workingSince = performance.now();
  return async () => {
    if (performance.now() - workingSince < workMs) return;
    await pause(restMs);
    workingSince = performance.now();
  };
};
