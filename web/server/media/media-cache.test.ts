import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MediaCache, type MediaCacheOptions, mediaFile } from './media-cache';

let folder: string;
const servers: Server[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

/**
 * Serves uploads of 100 bytes, after `delay`; counts the requests. After `stop`, it hangs up: a port that was given
 * back may be another test's.
 */
async function uploads(delay: () => Promise<unknown> = () => Promise.resolve()) {
  let requests = 0;
  let isStopped = false;
  const server = createServer((req, res) => {
    if (isStopped) {
      req.socket.destroy();
      return;
    }
    requests += 1;
    void delay().then(() => {
      res.statusCode = req.url?.includes('gone') ? 404 : 200;
      res.end(Buffer.alloc(100));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    isStopped = true;
    server.closeAllConnections();
  };
  const mediaUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
  return { mediaUrl, stop, requests: () => requests };
}

const cacheOf = (mediaUrl: string, { maxBytes = 1000, ...options }: Partial<MediaCacheOptions> = {}) =>
  new MediaCache({ folder, maxBytes, mediaUrl, mediaHost: 'the CMS', warn: () => undefined, ...options });

describe('the media cache', () => {
  it('says which host did not send a picture, and why, without its address', async () => {
    const { mediaUrl, stop } = await uploads();
    stop();
    const warn = vi.fn();
    expect(await cacheOf(mediaUrl, { warn }).get('a_0123456789.jpg')).toBe('unavailable');
    expect(warn.mock.calls).toEqual([['A picture could not be fetched from the CMS or stored (UND_ERR_SOCKET).']]);
  });

  it('fetches a file once for all who ask, and serves it while the CMS is down', async () => {
    const { mediaUrl, stop, requests } = await uploads();
    const cache = cacheOf(mediaUrl);
    const found = await Promise.all([cache.get('here'), cache.get('here'), cache.get('here')]);
    expect(found).toEqual(Array(3).fill({ path: join(folder, 'here'), bytes: 100 }));
    expect(requests()).toBe(1);
    expect(await cache.get('gone')).toBe('not-found');
    stop();
    expect(await cache.get('here')).toMatchObject({ bytes: 100 });
    expect(await cache.get('other')).toBe('unavailable');
    expect(await readdir(folder)).toEqual(['here']);
  });

  it('stays within its room and deletes the least recently used file first', async () => {
    const { mediaUrl, requests } = await uploads();
    const cache = cacheOf(mediaUrl, { maxBytes: 250 });
    for (const name of ['a', 'b', 'a', 'c']) await cache.get(name);
    expect((await readdir(folder)).sort()).toEqual(['a', 'c']);
    await cache.get('b');
    expect(requests()).toBe(4);
  });

  it('knows after a restart which files it has, and deletes half-written ones', async () => {
    await writeFile(join(folder, 'a'), Buffer.alloc(10));
    await writeFile(join(folder, 'b.1.draft'), Buffer.alloc(10));
    expect(await cacheOf('http://127.0.0.1:9').get('a')).toEqual({ path: join(folder, 'a'), bytes: 10 });
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('makes its folder again when somebody has deleted it', async () => {
    const { mediaUrl } = await uploads();
    const cache = cacheOf(mediaUrl);
    await cache.get('a');
    await rm(folder, { recursive: true });
    expect(await cache.get('b')).toMatchObject({ bytes: 100 });
    expect(await readdir(folder)).toEqual(['b']);
  });

  it('fetches a file again that somebody has deleted', async () => {
    const { mediaUrl, requests } = await uploads();
    const cache = cacheOf(mediaUrl);
    await cache.get('a');
    cache.drop('a');
    await cache.get('a');
    expect(requests()).toBe(2);
  });
});

describe('the media cache, when an upload is deleted,', () => {
  const sizes = ['tea_0123456789.jpg', 'small_tea_0123456789.jpg', 'thumbnail_tea_0123456789.jpg'];
  const others = ['green_tea_9876543210.jpg', 'tea_01234567890.jpg'];

  it('deletes every size of it and nothing else, also what another process has fetched', async () => {
    const { mediaUrl, stop } = await uploads();
    const cache = cacheOf(mediaUrl);
    for (const name of [...sizes, ...others]) await cache.get(name);
    await writeFile(join(folder, 'xlarge_tea_0123456789.jpg'), Buffer.alloc(10));
    await cache.purge(['tea_0123456789', 'gone_0000000000']);
    expect((await readdir(folder)).sort()).toEqual([...others].sort());
    stop();
    for (const name of sizes) expect(await cache.get(name)).toBe('unavailable');
    expect(await cache.get('green_tea_9876543210.jpg')).toMatchObject({ bytes: 100 });
  });

  it('serves none of it while it is being deleted, nor before it knows what was deleted', async () => {
    const { mediaUrl, stop } = await uploads();
    await cacheOf(mediaUrl).get('tea_0123456789.jpg');
    stop();
    const cache: MediaCache = cacheOf(mediaUrl, {
      ensureCurrent: async () => {
        void cache.purge(['tea_0123456789']);
      },
    });
    expect(await cache.get('tea_0123456789.jpg')).toBe('unavailable');
    expect(await readdir(folder)).toEqual([]);
  });

  it('stores none of it that is being fetched', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { mediaUrl, requests } = await uploads(() => promise);
    const cache = cacheOf(mediaUrl);
    const fetching = sizes.map((name) => cache.get(name));
    await vi.waitFor(() => {
      expect(requests()).toBe(3);
    });
    const purging = cache.purge(['tea_0123456789']);
    resolve();
    expect(await Promise.all(fetching)).toEqual(Array(3).fill('not-found'));
    await purging;
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps no copy when it has heard nothing of the CMS for longer than it lists deleted uploads', async () => {
    const dayMs = 86_400_000;
    const copiesAfter = async (reachedBefore: number) => {
      await writeFile(join(folder, 'tea_0123456789.jpg'), Buffer.alloc(10));
      await cacheOf('http://127.0.0.1:9', { readCmsReachedBefore: async () => reachedBefore }).get('x');
      return readdir(folder);
    };
    expect(await copiesAfter(0)).toHaveLength(1);
    expect(await copiesAfter(Date.now() - 29 * dayMs)).toHaveLength(1);
    expect(await copiesAfter(Date.now() - 31 * dayMs)).toEqual([]);
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
