import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedNetworks } from '#src/security/public-networks';
import { requestCalendar, UnreadCalendar } from './calendar-request';

const only = (networks: string) => allowedNetworks({ CALENDAR_NETWORKS: networks });
const networks = only('127.0.0.1');
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const seen: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
let base = '';

const redirectTo =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { Location: location, 'Set-Cookie': 'a=b' }).end();

const answers: Record<string, RequestListener> = {
  '/plain': (_request, response) =>
    void response.writeHead(200, { ETag: '"1"', 'Last-Modified': 'Mon, 01 Mar 2027 00:00:00 GMT' }).end(calendar),
  '/known': (request, response) =>
    void response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  '/always-304': (_request, response) => void response.writeHead(304).end(),
  '/gzip': (_request, response) => void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(calendar)),
  '/bomb': (_request, response) =>
    void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(200 * 1024 * 1024))),
  '/broken-gzip': (_request, response) =>
    void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip at all'),
  '/huge': (_request, response) => void response.writeHead(200).end(Buffer.alloc(6 * 1024 * 1024, 'x')),
  '/cut-off': (_request, response) => {
    response.writeHead(200, { 'Content-Length': '1000' }).write('BEGIN:VCALENDAR');
    setTimeout(() => response.destroy(), 20);
  },
  '/slow': (_request, response) => {
    response.writeHead(200).write('BEGIN:VCALENDAR');
    const timer = setInterval(() => response.write('\r\nX:1'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/gone': (_request, response) => void response.writeHead(404).end('secret'),
  '/forbidden': (_request, response) => void response.writeHead(403).end(),
  '/failing': (_request, response) => void response.writeHead(503).end(),
  '/moved': redirectTo('/plain'),
  '/round': redirectTo('/round'),
  '/to-loopback': redirectTo('http://127.0.0.2:1/'),
  '/to-metadata': redirectTo('http://169.254.169.254/latest/meta-data/'),
  '/to-metadata-6': redirectTo('http://[fd00:ec2::254]/latest/'),
  '/to-mapped': redirectTo('https://[::ffff:10.0.0.1]/'),
  '/to-file': redirectTo('file:///etc/passwd'),
  '/to-public': redirectTo('http://8.8.8.8/'),
};

const server = createServer((request, response) => {
  seen.push({ path: request.url ?? '', headers: request.headers });
  answers[request.url ?? '']?.(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const request = (address: string, changes: Partial<Parameters<typeof requestCalendar>[0]> = {}) =>
  requestCalendar({ address, known: null, networks, timeoutMs: 5_000, ...changes });

const reasonOf = (address: string, changes: Partial<Parameters<typeof requestCalendar>[0]> = {}) =>
  request(address, changes).then(
    (received) => received,
    (error: unknown) => {
      expect(String((error as Error).stack)).not.toContain(new URL(address).pathname);
      return error instanceof UnreadCalendar ? error.reason : error;
    },
  );

describe('a calendar', () => {
  it('is received with what its server says about the copy', async () => {
    expect(await request(`${base}/plain`)).toEqual({
      text: calendar,
      etag: '"1"',
      lastModified: 'Mon, 01 Mar 2027 00:00:00 GMT',
    });
    expect(await request(`${base}/gzip`)).toMatchObject({ text: calendar, etag: null });
  });

  it('is not received again while it is unchanged', async () => {
    expect(await request(`${base}/known`, { known: { etag: '"1"', lastModified: null } })).toBeNull();
    expect(await reasonOf(`${base}/always-304`)).toBe('unreachable');
  });

  it('is found behind a redirect, without cookies', async () => {
    seen.length = 0;
    expect(await request(`${base}/moved`)).toMatchObject({ text: calendar });
    expect(seen.map(({ path, headers }) => [path, headers.cookie])).toEqual([
      ['/moved', undefined],
      ['/plain', undefined],
    ]);
  });

  it.each([
    ['/gone', 'not-found'],
    ['/forbidden', 'refused'],
    ['/failing', 'unreachable'],
    ['/round', 'unreachable'],
    ['/to-file', 'unreachable'],
    ['/huge', 'too-large'],
    ['/bomb', 'too-large'],
    ['/broken-gzip', 'unreachable'],
    ['/cut-off', 'unreachable'],
  ])('at %s is not read: %s', async (path, reason) => {
    expect(await reasonOf(base + path)).toBe(reason);
  });

  it.each(['/slow', '/silent'])('at %s is given up in time', async (path) => {
    const from = performance.now();
    expect(await reasonOf(base + path, { timeoutMs: 200 })).toBe('too-slow');
    expect(performance.now() - from).toBeLessThan(1_500);
  });
});

describe('networks that are not public', () => {
  it.each(['/to-loopback', '/to-metadata', '/to-metadata-6', '/to-mapped', '/to-public'])(
    'are refused behind the redirect %s',
    async (path) => {
      expect(await reasonOf(base + path)).toBe('private-network');
    },
  );

  it.each([
    'https://127.0.0.1/a.ics',
    'https://localhost/a.ics',
    'https://10.1.2.3/a.ics',
    'https://192.168.1.1/a.ics',
    'https://172.16.0.1/a.ics',
    'https://100.64.0.1/a.ics',
    'https://169.254.169.254/a.ics',
    'https://0.0.0.0/a.ics',
    'https://[::1]/a.ics',
    'https://[fe80::1]/a.ics',
    'https://[::ffff:169.254.169.254]/a.ics',
    'https://2130706433/a.ics',
    'http://127.0.0.1/a.ics',
  ])('are refused without the setting: %s', async (address) => {
    expect(await reasonOf(address, { networks: only('') })).toBe('private-network');
  });

  it('are not asked at all without the setting', async () => {
    seen.length = 0;
    expect(await reasonOf(`${base}/plain`, { networks: only('') })).toBe('private-network');
    expect(await reasonOf(`${base}/plain`, { networks: only('127.0.0.2,10.0.0.0/8') })).toBe('private-network');
    expect(await request(`${base}/plain`, { networks: only('127.0.0.0/8,fd12::/16') })).toMatchObject({
      text: calendar,
    });
    expect(seen).toHaveLength(1);
  });
});

describe('allowedNetworks', () => {
  it('reads addresses and ranges, and refuses everything else', () => {
    expect(allowedNetworks({}).rules).toEqual([]);
    const list = only(' 192.168.1.20, fd12::/16 ,');
    expect([list.check('192.168.1.20'), list.check('192.168.1.21')]).toEqual([true, false]);
    expect([list.check('fd12::9', 'ipv6'), list.check('fd13::9', 'ipv6')]).toEqual([true, false]);
    for (const wrong of ['nas.local', '192.168.1.0/33', '192.168.1', '10.0.0.0/8/8', '10.0.0.0/'])
      expect(() => only(wrong)).toThrow('CALENDAR_NETWORKS');
  });
});
