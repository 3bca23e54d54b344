import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what systems hand out by themselves for outgoing connections and port 0: what is free stays free until the
 * program that it is for listens, which may take many seconds on a busy machine.
 */
const lowest = 10_000;
/** Suites run side by side, so each process takes its ports from a block that is its own. */
const blockSize = 200;
const blockCount = 30;

/** Listens on a port of 127.0.0.1 until this process ends; false if somebody else does. */
const claim = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true)).unref();
  });

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The first port of a block marks it as taken, and is free again when this process ends, however it ends. */
const claimBlock = async (): Promise<number> => {
  const first = randomInt(blockCount);
  for (let tries = 0; tries < blockCount; tries += 1) {
    const start = lowest + ((first + tries) % blockCount) * blockSize;
    if (await claim(start)) return start;
  }
  throw new Error('Other test runs have all the ports.');
};

let block: Promise<number> | null = null;
let given = 0;

/** A port of 127.0.0.1 on which nobody listens; another one each time. */
export const freePort = async (): Promise<number> => {
  block ??= claimBlock();
  const start = await block;
  for (let tries = 1; tries < blockSize; tries += 1) {
    const port = start + 1 + (given++ % (blockSize - 1));
    if (await isFree(port)) return port;
  }
  throw new Error('No port is free.');
};
