import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { portHolder, reachableHost, requireFreePort } from './ports.mjs';

let server;
afterEach(() => server?.close());

const listen = () =>
  new Promise((resolve) => {
    server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

describe('a port that is in use', () => {
  it('is refused with the process that uses it and how to end it', async () => {
    const port = await listen();
    expect(portHolder(port)).toMatchObject({ pid: process.pid });
    await expect(requireFreePort(port, 'the site', 'SITE_URL', '127.0.0.1')).rejects.toThrow(
      new RegExp(`Port ${port} is already in use.*process ${process.pid} .*kill ${process.pid}.*SITE_URL`),
    );
  });

  it('is accepted once it is free', async () => {
    const port = await listen();
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePort(port, 'the site', 'SITE_URL', '127.0.0.1')).resolves.toBeUndefined();
  });
});

it('a host that is none is refused as a setting, by its name', async () => {
  const port = await listen();
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort(port, 'the site', 'SITE_URL', 'not a host')).rejects.toMatchObject({
    message: expect.stringMatching(/^HOST must be an address of this machine.*“not a host”/),
    exitCode: 78,
  });
});

describe('reachableHost', () => {
  it.each([
    ['', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['::', '[::1]'],
    ['::1', '[::1]'],
    ['10.0.0.5', '10.0.0.5'],
  ])('of a server on “%s” is %s', (host, expected) => {
    expect(reachableHost(host)).toBe(expected);
  });
});
