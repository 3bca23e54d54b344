import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const defaultTimeoutMs = 10_000;
const pollMs = 25;

/** Responses in flight; tracked from the start, because a server can't be asked for them later. */
export type InFlight = ReadonlySet<ServerResponse>;

/** Begins to track the requests that a server is answering. */
export const watchRequests = (server: Server): InFlight => {
  const inFlight = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
  });
  return inFlight;
};

/**
 * Stops accepting connections and waits until the requests in flight are answered, `timeoutMs` at most. Waits for
 * responses and not for connections, because browsers keep some open without ever sending a request. Strapi closes
 * those.
 */
export const drain = async (server: Server, inFlight: InFlight, timeoutMs = defaultTimeoutMs): Promise<void> => {
  if (!server.listening) return;
  server.close();
  const end = Date.now() + timeoutMs;
  while (inFlight.size > 0 && Date.now() < end) await pause(pollMs);
};
