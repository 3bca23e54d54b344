import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasureKeysFile, mergeErasureKeys, readErasureKeys } from './erasure-keys';
import { erasureFile, mergeErasures, readErasures, recordErasure } from './erasure-record';

let folder = '';
const now = new Date('2026-11-26T03:00:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-erasures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the record of erasures', () => {
  it('says when and how often something was erased, and nothing that names anybody', async () => {
    await recordErasure(folder, 'address:quinn@example.org', now);
    await recordErasure(folder, 'address:sam@example.org', now);
    const [key] = await readErasureKeys(folder);
    const text = readFileSync(erasureFile(folder), 'utf8');
    expect(text).not.toMatch(/quinn|sam|example/);
    expect(await readErasures(folder)).toMatchObject([
      { at: now.toISOString(), key: key.id, hash: key.hash('address:quinn@example.org') },
      { hash: key.hash('address:sam@example.org') },
    ]);
    expect(statSync(erasureFile(folder)).mode & 0o077).toBe(0);
  });

  it('survives a line that was cut short', async () => {
    await recordErasure(folder, 'a', now);
    appendFileSync(erasureFile(folder), '{"id":"\n');
    await recordErasure(folder, 'b', now);
    expect(await readErasures(folder)).toHaveLength(2);
  });

  it('takes over what another record has and it lacks, once', async () => {
    await recordErasure(folder, 'a', now);
    const other = readFileSync(erasureFile(folder), 'utf8');
    rmSync(erasureFile(folder));
    await recordErasure(folder, 'b', now);
    for (let time = 0; time < 2; time += 1) await mergeErasures(folder, other);
    const [key] = await readErasureKeys(folder);
    expect((await readErasures(folder)).map(({ hash }) => hash)).toEqual([key.hash('b'), key.hash('a')]);
  });
});

describe('the keys of the record', () => {
  it('are made once, whoever comes first, for their owner alone', async () => {
    const [one, ...others] = await Promise.all([1, 2, 3].map(async () => (await readErasureKeys(folder))[0].id));
    expect(others).toEqual([one, one]);
    expect(statSync(erasureKeysFile(folder)).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['erasure-keys']);
  });

  it('stay the same, and those of a backup are added behind them, once', async () => {
    const [other] = await readErasureKeys(folder);
    const text = readFileSync(erasureKeysFile(folder), 'utf8');
    rmSync(erasureKeysFile(folder));
    const [key] = await readErasureKeys(folder);
    for (let time = 0; time < 2; time += 1) await mergeErasureKeys(folder, text);
    expect((await readErasureKeys(folder)).map(({ id }) => id)).toEqual([key.id, other.id]);
    expect(other.hash('a')).not.toBe(key.hash('a'));
  });

  it('are not made again when the file can’t be read', async () => {
    mkdirSync(erasureKeysFile(folder));
    await expect(readErasureKeys(folder)).rejects.toThrow('EISDIR');
  });
});
