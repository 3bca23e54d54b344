import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { codesOf, reasonOf } from './failure-reason';

const failureOf = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the reason of a failure', () => {
  it('is the code of what caused it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(fetch(`http://127.0.0.1:${port}/`));
    expect([String(failure), reasonOf(failure)]).toEqual(['TypeError: fetch failed', 'ECONNREFUSED']);
    expect(reasonOf(new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) }))).toBe(
      'ECONNRESET',
    );
  });

  it('is time where a server does not answer', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const failure = await failureOf(fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(20) }));
    expect(reasonOf(failure)).toBe('no answer in time');
    server.closeAllConnections();
    server.close();
  });

  it('is no text of the error, whatever it is', () => {
    expect(reasonOf(new RangeError('a lighthouse with a green door'))).toBe('RangeError');
    expect(reasonOf('a lighthouse')).toBe('string');
    expect(codesOf(Object.assign(new Error('x'), { code: 'a lighthouse' }))).toEqual([]);
  });
});
