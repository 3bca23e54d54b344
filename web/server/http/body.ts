import type { IncomingMessage } from 'node:http';
import { maxFormBytes } from 'shared';

/**
 * Returns the body of a request, or null when it is larger than `maxFormBytes`: as announced (Content-Length) or as
 * found out while it arrives (chunked), in which case reading stops.
 * @throws when the client goes away before the end
 */
export function readBody(req: IncomingMessage): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > maxFormBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (body: Buffer | null): void => {
      req.off('data', collect).pause();
      resolve(body);
    };
    const collect = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > maxFormBytes) finish(null);
      else chunks.push(chunk);
    };
    req.on('data', collect);
    req.once('end', () => {
      finish(Buffer.concat(chunks));
    });
    req.once('error', reject);
    req.once('close', () => {
      if (!req.complete) reject(new Error('The client went away.'));
    });
  });
}

/**
 * How long and how much of a refused body is still received and discarded, so that the client gets to read the
 * response.
 */
const discardTimeoutMs = 2000;
const maxDiscardedBytes = 1024 * 1024;

/** Discards the rest of a refused body for a moment, then closes the connection. */
export function discardBody(req: IncomingMessage): void {
  if (req.complete) return;
  let bytes = 0;
  const timer = setTimeout(() => {
    req.destroy();
  }, discardTimeoutMs);
  const stopTimer = () => {
    clearTimeout(timer);
  };
  req.once('close', stopTimer);
  req.once('end', stopTimer);
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxDiscardedBytes) req.destroy();
  });
  req.resume();
}
