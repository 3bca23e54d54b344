import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { maxFormBytes } from 'shared';
import { afterEach, describe, expect, it } from 'vitest';
import { discardBody, readBody } from './body';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that says how many bytes it took, or 413; and what came of each body. */
async function serve(): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  server = createServer((req, res) => {
    readBody(req).then(
      (body) => {
        seen.push(body ? `taken ${body.length}` : 'too large');
        if (!body) discardBody(req);
        res.writeHead(body ? 200 : 413).end(String(body?.length ?? ''));
      },
      (problem: Error) => seen.push(problem.message),
    );
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, seen };
}

const send = (port: number, chunks: string[], headers: Record<string, string | number>) =>
  new Promise<number>((resolve, reject) => {
    const sending = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sending.on('error', reject);
    for (const chunk of chunks) sending.write(chunk);
    sending.end();
  });

describe('a request body', () => {
  it('may have 64 kB, however it is sent', async () => {
    const { port, seen } = await serve();
    const half = 'x'.repeat(maxFormBytes / 2);
    expect(await send(port, [half, half], { 'content-length': maxFormBytes })).toBe(200);
    expect(await send(port, [half, half], { 'transfer-encoding': 'chunked' })).toBe(200);
    expect(seen).toEqual([`taken ${maxFormBytes}`, `taken ${maxFormBytes}`]);
  });

  it('is rejected with one byte more, and then not read', async () => {
    const { port, seen } = await serve();
    const all = 'x'.repeat(maxFormBytes);
    expect(await send(port, [all, 'x'], { 'transfer-encoding': 'chunked' })).toBe(413);
    expect(await send(port, [all, 'x'], { 'content-length': maxFormBytes + 1 })).toBe(413);
    expect(seen).toEqual(['too large', 'too large']);
  });

  it('that never ends is answered with 413 and cut off', async () => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const pouring = setInterval(() => {
      if (!socket.destroyed) for (let n = 0; n < 8; n += 1) socket.write(chunk);
    }, 5);
    const said = await new Promise<string>((resolve) => {
      let heard = '';
      socket.on('data', (part) => {
        heard += part.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(heard);
      });
    });
    clearInterval(pouring);
    expect(said).toMatch(/^HTTP\/1\.1 413/);
  });

  it('fails when the client goes away', async () => {
    const { port, seen } = await serve();
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', () => socket.destroy()),
    );
    await expect.poll(() => seen).toHaveLength(1);
    expect(seen[0]).not.toContain('taken');
  });
});
