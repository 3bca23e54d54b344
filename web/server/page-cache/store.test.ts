import { describe, expect, it } from 'vitest';
import { type Entry,makeEntry } from './entry';
import { Store } from './store';

const entry = (key: string, size = 1000, usedAt = 0): Entry =>
  Object.assign(
    makeEntry(
      {
        key,
        status: 200,
        own: {},
        numbers: {},
        generation: 0,
        began: 0,
        endsAt: Infinity,
        representations: [{ coding: 'identity', body: Buffer.alloc(size), etag: '"x"' }],
      },
      [],
    ),
    { usedAt },
  );

describe('store', () => {
  it('never holds more than it may, and lets go what nobody has read for longest', () => {
    const gone: string[] = [];
    const store = new Store(50_000, ({ key }) => gone.push(key));
    for (let at = 0; at < 1000; at += 1) {
      store.set(entry(`/${at}`, 1000, at));
      expect(store.bytes).toBeLessThanOrEqual(50_000);
    }
    expect(store.get('/999')).toBeDefined();
    expect(store.get('/0')).toBeUndefined();
    expect(gone[0]).toBe('/0');
    expect(gone.length + store.size).toBe(1000);
  });

  it('counts a page once, however often it is replaced', () => {
    const store = new Store(1_000_000);
    store.set(entry('/', 1000));
    const once = store.bytes;
    store.set(entry('/', 1000));
    expect(store.bytes).toBe(once);
    store.delete('/');
    expect(store.bytes).toBe(0);
  });

  it('does not keep what is larger than all its room', () => {
    const store = new Store(50_000);
    store.set(entry('/big', 60_000));
    expect({ size: store.size, bytes: store.bytes }).toEqual({ size: 0, bytes: 0 });
  });
});
