import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasureFile, ErasureKey, mergeErasures, readErasures, recordErasure } from './erasure-record';

let folder = '';
const now = new Date('2026-11-26T03:00:00.000Z');
const key = new ErasureKey('a secret of thirty-two characters');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-erasures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the record of erasures', () => {
  it('says when and how often something was erased, and nothing that names anybody', async () => {
    await recordErasure(folder, key, 'address:quinn@example.org', now);
    await recordErasure(folder, key, 'address:sam@example.org', now);
    const text = readFileSync(erasureFile(folder), 'utf8');
    expect(text).not.toMatch(/quinn|sam|example/);
    expect(await readErasures(folder)).toMatchObject([
      { at: now.toISOString(), key: key.id, hash: key.hash('address:quinn@example.org') },
      { hash: key.hash('address:sam@example.org') },
    ]);
    expect(statSync(erasureFile(folder)).mode & 0o077).toBe(0);
  });

  it('survives a line that was cut short', async () => {
    await recordErasure(folder, key, 'a', now);
    appendFileSync(erasureFile(folder), '{"id":"\n');
    await recordErasure(folder, key, 'b', now);
    expect(await readErasures(folder)).toHaveLength(2);
  });

  it('takes over what another record has and it lacks, once', async () => {
    await recordErasure(folder, key, 'a', now);
    const other = readFileSync(erasureFile(folder), 'utf8');
    rmSync(erasureFile(folder));
    await recordErasure(folder, key, 'b', now);
    for (let time = 0; time < 2; time += 1) await mergeErasures(folder, other);
    expect((await readErasures(folder)).map(({ hash }) => hash)).toEqual([key.hash('b'), key.hash('a')]);
  });

  it('can’t be compared with another secret, and says that it was another one', () => {
    const other = new ErasureKey('another secret of thirty-two chars');
    expect(other.id).not.toBe(key.id);
    expect(other.hash('a')).not.toBe(key.hash('a'));
  });
});
