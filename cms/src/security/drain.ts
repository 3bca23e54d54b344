import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. */
const longest = 10_000;
const lookAgain = 25;

/** The answers that are being made; kept from the start, because a server can't be asked for them later. */
export type UnderWay = ReadonlySet<ServerResponse>;

/** Begins to keep account of the requests that a server is answering. */
export const watchRequests = (server: Server): UnderWay => {
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return underWay;
};

/**
 * Stops accepting connections and waits until the requests that are under way are answered, ten seconds at most. It
 * waits for answers and not for connections: browsers keep some open without ever asking anything.
 */
export const drain = async (server: Server, underWay: UnderWay): Promise<void> => {
  if (!server.listening) return;
  server.close();
  const end = Date.now() + longest;
  while (underWay.size > 0 && Date.now() < end) await pause(lookAgain);
};
