import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MediaCache, mediaFile } from './media-cache';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Serves uploads of 100 bytes; counts the requests. */
async function uploads() {
  let requests = 0;
  const server = createServer((req, res) => {
    requests += 1;
    res.statusCode = req.url?.includes('gone') ? 404 : 200;
    res.end(Buffer.alloc(100));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  const mediaUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
  return { mediaUrl, stop, requests: () => requests };
}

const cacheOf = (mediaUrl: string, maxBytes = 1000) =>
  new MediaCache({ folder, maxBytes, mediaUrl, warn: () => undefined });

describe('the media cache', () => {
  it('fetches a file once for all who ask, and serves it while the CMS is down', async () => {
    const { mediaUrl, stop, requests } = await uploads();
    const cache = cacheOf(mediaUrl);
    const found = await Promise.all([cache.get('here'), cache.get('here'), cache.get('here')]);
    expect(found).toEqual(Array(3).fill({ path: join(folder, 'here'), bytes: 100 }));
    expect(requests()).toBe(1);
    expect(await cache.get('gone')).toBe('not-found');
    await stop();
    expect(await cache.get('here')).toMatchObject({ bytes: 100 });
    expect(await cache.get('other')).toBe('unavailable');
    expect(await readdir(folder)).toEqual(['here']);
  });

  it('stays within its room and deletes the least recently used file first', async () => {
    const { mediaUrl, stop, requests } = await uploads();
    const cache = cacheOf(mediaUrl, 250);
    for (const name of ['a', 'b', 'a', 'c']) await cache.get(name);
    expect((await readdir(folder)).sort()).toEqual(['a', 'c']);
    await cache.get('b');
    expect(requests()).toBe(4);
    await stop();
  });

  it('knows after a restart which files it has, and deletes half-written ones', async () => {
    await writeFile(join(folder, 'a'), Buffer.alloc(10));
    await writeFile(join(folder, 'b.1.draft'), Buffer.alloc(10));
    expect(await cacheOf('http://127.0.0.1:9').get('a')).toEqual({ path: join(folder, 'a'), bytes: 10 });
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('makes its folder again when somebody has deleted it', async () => {
    const { mediaUrl, stop } = await uploads();
    const cache = cacheOf(mediaUrl);
    await cache.get('a');
    await rm(folder, { recursive: true });
    expect(await cache.get('b')).toMatchObject({ bytes: 100 });
    expect(await readdir(folder)).toEqual(['b']);
    await stop();
  });

  it('fetches a file again that somebody has deleted', async () => {
    const { mediaUrl, stop, requests } = await uploads();
    const cache = cacheOf(mediaUrl);
    await cache.get('a');
    cache.drop('a');
    await cache.get('a');
    expect(requests()).toBe(2);
    await stop();
  });
});

describe('the upload with a name', () => {
  it.each([
    ['tea_0123456789.jpg', 'image/jpeg'],
    ['thumbnail_A_quiet_room_0a1b2c3d4e.webp', 'image/webp'],
    ['IMG-1_0a1b2c3d4e.JPG', 'image/jpeg'],
    ['fees_0a1b2c3d4e.pdf', 'application/pdf'],
  ])('%s is %s', (name, type) => {
    expect(mediaFile(name)).toMatchObject({ name, contentType: type, isDownload: type === 'application/pdf' });
  });

  it.each([
    'tea.jpg',
    'tea_0123456789.svg',
    'tea_0123456789.html',
    '../tea_0123456789.jpg',
    'a/tea_0123456789.jpg',
    'tea_0123456789.jpg.html',
    'tea_0123456789.constructor',
    '.tea_0123456789.jpg',
    `${'a'.repeat(300)}_0123456789.jpg`,
    '',
    'tea_0123456789.jpg\n',
  ])('%j does not exist', (name) => {
    expect(mediaFile(name)).toBeUndefined();
  });
});
