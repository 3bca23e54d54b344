import type { IncomingMessage } from 'node:http';

/** What a form may weigh, in bytes, however it is sent: 5,000 characters of any script, percent-encoded, and the fields beside them. */
export const mostBytes = 64 * 1024;

/**
 * The body of a request, or null when it is larger than `mostBytes`: said beforehand (Content-Length) or found out while it comes
 * (chunked), and then reading stops. Rejects when the sender goes away half-way.
 */
export function bodyOf(req: IncomingMessage): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const stop = (whole: Buffer | null): void => {
      req.off('data', take).pause();
      resolve(whole);
    };
    const take = (part: Buffer): void => {
      bytes += part.length;
      if (bytes > mostBytes) stop(null);
      else parts.push(part);
    };
    req.on('data', take);
    req.once('end', () => {
      stop(Buffer.concat(parts));
    });
    req.once('error', reject);
    req.once('close', () => {
      if (!req.complete) reject(new Error('the sender went away'));
    });
  });
}

/** How long, and how much, is still let in and thrown away after a refusal, so that the sender gets to read it: milliseconds, bytes. */
const mercy = { time: 2000, bytes: 1024 * 1024 };

/** Lets the rest of a refused body run into nothing for a moment, then hangs up. */
export function discard(req: IncomingMessage): void {
  if (req.complete) return;
  let bytes = 0;
  const hangUp = setTimeout(() => {
    req.destroy();
  }, mercy.time);
  req.once('close', () => {
    clearTimeout(hangUp);
  });
  req.once('end', () => {
    clearTimeout(hangUp);
  });
  req.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > mercy.bytes) req.destroy();
  });
  req.resume();
}
