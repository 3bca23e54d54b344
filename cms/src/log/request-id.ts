import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs `work` so that every log line written meanwhile, by whatever library, has the request's id. */
export const withRequestId = <T>(requestId: string, work: () => T): T => current.run(requestId, work);

/** Returns the id of the request that is being answered; undefined outside of requests. */
export const currentRequestId = (): string | undefined => current.getStore();
