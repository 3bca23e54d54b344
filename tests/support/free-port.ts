import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what systems hand out by themselves for outgoing connections and port 0: what is free stays free until the
 * program that it is for listens, which may take many seconds on a busy machine.
 */
const lowest = 10_000;
const count = 6_000;

let next = randomInt(count);

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port of 127.0.0.1 on which nobody listens; another one each time. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < count; tries += 1) {
    const port = lowest + (next++ % count);
    if (await isFree(port)) return port;
  }
  throw new Error('No port is free.');
};
