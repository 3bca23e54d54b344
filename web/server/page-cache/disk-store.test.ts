import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '#server/http/representation';
import { FolderStore, LastContactFile } from './disk-store';
import { type Entry, makeEntry } from './entry';
import { Store } from './store';

const security = ['x-content-type-options', 'nosniff'];
const html = Buffer.from('<p>kind words</p>'.repeat(300));

const dayMs = 86_400_000;
const start = Date.now();

async function page(key: string, renderStartedAt = start): Promise<Entry> {
  const ownHeaders = { 'content-type': 'text/html', 'cache-control': 'no-cache' };
  return makeEntry(
    {
      key,
      ownHeaders,
      status: 200,
      versions: { posts: 7 },
      validatedEpoch: 3,
      renderStartedAt,
      expiresAt: Infinity,
      bodies: await encode(html, 'text/html'),
    },
    security,
  );
}

let all: string;
let folder: string;
let found: Entry[];
const disk = (onLoad: (entry: Entry) => void = (entry) => found.push(entry)) =>
  new FolderStore({ folder, security, onLoad, warn: () => undefined });

beforeEach(async () => {
  all = await mkdtemp(join(tmpdir(), 'page-cache-'));
  folder = join(all, 'this-build');
  found = [];
  await disk().load();
});
afterEach(() => rm(all, { recursive: true, force: true }));

describe('the page cache on disk', () => {
  it('returns what was saved, unchanged, but never as validated', async () => {
    const saved = await page('/blog?page=2');
    const first = disk();
    first.save(saved);
    await first.settled();
    await disk().load();
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual({ ...saved, validatedEpoch: -1 });
  });

  it('deletes pages of more than a month ago, because what was erased since may not be listed any more', async () => {
    const first = disk();
    first.save(await page('/old', start - 31 * dayMs));
    first.save(await page('/recent', start - 29 * dayMs));
    await first.settled();
    await disk().load();
    expect(found.map(({ key }) => key)).toEqual(['/recent']);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('deletes what was removed', async () => {
    const first = disk();
    first.save(await page('/gone'));
    first.remove('/gone');
    await first.settled();
    expect(await readdir(folder)).toEqual([]);
  });

  it('ignores and deletes files that are cut short, changed, or of another kind', async () => {
    const first = disk();
    first.save(await page('/'));
    await first.settled();
    const [name = ''] = await readdir(folder);
    const whole = await readFile(join(folder, name));
    const changed = Buffer.from(whole);
    changed.write('X', whole.length - 10);
    for (const damaged of [
      whole.subarray(0, whole.length - 5),
      changed,
      Buffer.from('{"layout":2}\n'),
      Buffer.from('nonsense'),
      Buffer.alloc(0),
    ]) {
      await writeFile(join(folder, name), damaged);
      await writeFile(join(folder, 'other.page.1.draft'), whole);
      await disk().load();
      expect(found).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('hands over the oldest page first, so that a store with too little room keeps the newest', async () => {
    const first = disk();
    for (const key of ['/old', '/new']) {
      first.save(await page(key));
      await first.settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const store = new Store((await page('/old')).bytes + 10, ({ key }) => {
      second.remove(key);
    });
    const second = disk((entry) => {
      store.set(entry);
    });
    await second.load();
    await second.settled();
    expect([store.get('/old'), store.get('/new')?.key]).toEqual([undefined, '/new']);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('makes its folder again when somebody has deleted it', async () => {
    const first = disk();
    await rm(all, { recursive: true });
    first.save(await page('/again'));
    await first.settled();
    expect(first.unusableSince).toBeUndefined();
    await disk().load();
    expect(found.map(({ key }) => key)).toEqual(['/again']);
  });

  it('warns of a folder that it cannot use now and then, and serves on', async () => {
    const warnings: string[] = [];
    let now = 1_000_000;
    await writeFile(join(all, 'a-file'), '');
    const broken = new FolderStore({
      folder: join(all, 'a-file', 'deeper'),
      security,
      onLoad: () => undefined,
      warn: (message) => warnings.push(message),
      now: () => now,
    });
    const save = async (key: string) => {
      broken.save(await page(key));
      await broken.settled();
    };
    await save('/a');
    await save('/b');
    expect(warnings).toEqual(['The page cache can’t use its folder (ENOTDIR), so a restart would lose its pages.']);
    expect(broken.unusableSince).toBe(1_000_000);
    now += 11 * 60_000;
    await save('/c');
    expect(warnings).toHaveLength(2);
  });

  it('deletes the pages of other builds', async () => {
    await mkdir(join(all, 'older-build'));
    await writeFile(join(all, 'older-build', 'x.page'), 'old');
    await disk().load();
    expect(await readdir(all)).toEqual(['this-build']);
  });

  it('remembers when the CMS was last reached', async () => {
    await new LastContactFile(folder).write(12_345.6);
    const next = new LastContactFile(folder);
    expect(next.before).toBe(0);
    await next.read();
    expect(next.before).toBe(12_345);
    await disk().load();
    await next.read();
    expect(next.before).toBe(12_345);
  });
});
