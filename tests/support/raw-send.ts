import { connect } from 'node:net';

/** What somebody wants to send who keeps to no rule: header lines, and a body whose length nobody has checked. */
export interface RawRequest {
  method?: string;
  target: string;
  headers?: readonly string[];
  body?: string | Buffer;
  /** In pieces, each with its length before it (RFC 9112, 7.1); a length of its own is said otherwise. */
  chunked?: boolean;
}

const chunkSize = 4096;
const inChunks = (body: Buffer): Buffer[] => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += chunkSize) {
    const part = body.subarray(at, at + chunkSize);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return [...parts, Buffer.from('0\r\n\r\n')];
};

/**
 * Sends these bytes over a socket of their own, which stays open as a browser's does; gives the status, and how long it
 * took in milliseconds.
 */
export const rawSend = (
  url: string,
  { method = 'POST', target, headers = [], body = '', chunked = false }: RawRequest,
): Promise<{ status: number; took: number }> => {
  const bytes = Buffer.from(body as string);
  const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${bytes.length}`;
  const own = headers.some((line) => /^(?:content-length|transfer-encoding):/i.test(line))
    ? headers
    : [...headers, length];
  const head = [`${method} ${target} HTTP/1.1`, `host: ${new URL(url).host}`, ...own].join('\r\n');
  const began = performance.now();
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const end = (): void => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
      clearTimeout(patience);
      socket.destroy();
      if (status) resolve({ status, took: performance.now() - began });
      else reject(new Error(`${method} ${target} was answered with nothing, but “${answer.slice(0, 80)}”`));
    };
    const patience = setTimeout(end, 10_000);
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      if (answer.includes('\r\n\r\n')) end();
    });
    // Who refuses a large body may hang up while it is still being sent: what counts is what was answered.
    socket.on('error', () => undefined);
    socket.on('close', end);
    socket.write(`${head}\r\n\r\n`);
    for (const part of chunked ? inChunks(bytes) : [bytes]) socket.write(part);
  });
};
