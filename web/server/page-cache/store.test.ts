import { describe, expect, it } from 'vitest';
import { type Entry, makeEntry } from './entry';
import { Store } from './store';

const entry = (key: string, size = 1000, versions: Entry['versions'] = {}): Entry =>
  makeEntry(
    {
      key,
      status: 200,
      ownHeaders: {},
      versions,
      validatedEpoch: 0,
      renderStartedAt: 0,
      expiresAt: Infinity,
      bodies: [{ coding: 'identity', body: Buffer.alloc(size), etag: '"x"' }],
    },
    [],
  );

describe('the store', () => {
  it('never holds more bytes than it may, and evicts the least recently used entry first', () => {
    const evicted: string[] = [];
    const store = new Store(50_000, ({ key }) => evicted.push(key));
    store.set(entry('/kept'));
    for (let at = 0; at < 1000; at += 1) {
      store.get('/kept');
      store.set(entry(`/${at}`));
      expect(store.bytes).toBeLessThanOrEqual(50_000);
    }
    expect([store.get('/kept'), store.get('/999')]).not.toContain(undefined);
    expect(store.get('/0')).toBeUndefined();
    expect(evicted[0]).toBe('/0');
    expect(evicted.length + store.size).toBe(1001);
  });

  it('counts a page once, however often it is replaced, and reports no eviction for it', () => {
    const evicted: string[] = [];
    const store = new Store(1_000_000, ({ key }) => evicted.push(key));
    store.set(entry('/', 1000));
    const once = store.bytes;
    store.set(entry('/', 1000));
    expect(store.bytes).toBe(once);
    store.delete('/');
    expect(store.bytes).toBe(0);
    expect(evicted).toEqual([]);
  });

  it('does not store what is larger than all its room', () => {
    const store = new Store(50_000);
    store.set(entry('/big', 60_000));
    expect({ size: store.size, bytes: store.bytes }).toEqual({ size: 0, bytes: 0 });
  });

  it('finds the pages with a tag, and those whose tags are unknown', () => {
    const store = new Store(1_000_000);
    store.set(entry('/a', 10, { posts: 1, 'thread:a': -1 }));
    store.set(entry('/b', 10, { posts: 1 }));
    store.set(entry('/unknown', 10, null));
    expect(store.keysWhere(({ versions }) => !versions || 'thread:a' in versions).sort()).toEqual(['/a', '/unknown']);
  });
});
