import { describe, expect, it } from 'vitest';
import { createKeptResponses } from './kept-responses';

const setUp = (versions: Record<string, number> | undefined) => {
  const poller = { versions, isCurrent: true };
  let reads = 0;
  const clock = { now: 0 };
  const keep = createKeptResponses(poller, () => clock.now);
  const read = () => keep('/api/practice', ['practice'], () => Promise.resolve(`read ${++reads}`));
  return { poller, read, keep, clock };
};

describe('a kept response', () => {
  it('is read once while its tags have the same versions, whatever else changes', async () => {
    const { poller, read } = setUp({ practice: 1, posts: 5 });
    expect(await read()).toBe('read 1');
    poller.versions = { practice: 1, posts: 6 };
    expect(await read()).toBe('read 1');
    poller.versions = { practice: 2, posts: 6 };
    expect(await read()).toBe('read 2');
  });

  it('is read anew when a backup has set versions back', async () => {
    const { poller, read } = setUp({ practice: 1, posts: 5 });
    await read();
    poller.versions = { practice: 0 };
    expect(await read()).toBe('read 2');
  });

  it('is read anew while it is not certain that the versions are current, or known at all', async () => {
    const { poller, read } = setUp({ practice: 1, posts: 5 });
    await read();
    poller.isCurrent = false;
    expect(await read()).toBe('read 2');
    const unknown = setUp(undefined);
    await unknown.read();
    unknown.poller.versions = { practice: 1 };
    expect(await unknown.read()).toBe('read 2');
  });

  it('has the versions from before it was requested: a change meanwhile is not missed', async () => {
    const { poller, keep } = setUp({ practice: 1, posts: 5 });
    await keep('/api/practice', ['practice'], () => {
      poller.versions = { practice: 2 };
      return Promise.resolve('old');
    });
    expect(await keep('/api/practice', ['practice'], () => Promise.resolve('new'))).toBe('new');
  });

  it('is sent although it may be old where that is better than nothing, and is read anew afterwards', async () => {
    const { poller, read, keep } = setUp({ practice: 1, posts: 5 });
    const readOrOld = (words: Promise<string>) => keep('/api/practice', ['practice'], () => words, { orOld: true });
    await expect(readOrOld(Promise.reject(new Error('down')))).rejects.toThrow('down');
    await read();
    poller.versions = { practice: 2 };
    expect(await readOrOld(Promise.reject(new Error('down')))).toBe('read 1');
    expect(await readOrOld(Promise.resolve('new'))).toBe('new');
  });

  it('is read anew once the clock has changed it', async () => {
    const { keep, clock } = setUp({ practice: 1, posts: 5 });
    const until = '2026-06-10T09:00:00.000Z';
    const read = (words: string) =>
      keep('/api/workshops/a', ['practice'], () => Promise.resolve(words), { until: () => until });
    expect([await read('open'), await read('closed')]).toEqual(['open', 'open']);
    clock.now = Date.parse(until);
    expect(await read('closed')).toBe('closed');
  });

  it('is not kept when reading fails', async () => {
    const { keep } = setUp({ practice: 1, posts: 5 });
    await expect(keep('/api/practice', ['practice'], () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await keep('/api/practice', ['practice'], () => Promise.resolve('read'))).toBe('read');
  });
});
