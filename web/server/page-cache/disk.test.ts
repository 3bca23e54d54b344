import { mkdir,mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskCopy, ReachedNote } from './disk';
import { type Entry,makeEntry } from './entry';
import { representations } from './representation';

const security = ['x-content-type-options', 'nosniff'];
const html = Buffer.from('<p>kind words</p>'.repeat(300));

async function page(key: string): Promise<Entry> {
  const own = { 'content-type': 'text/html', 'cache-control': 'no-cache' };
  return makeEntry(
    {
      key,
      own,
      status: 200,
      numbers: { posts: 7 },
      generation: 3,
      began: 123,
      endsAt: Infinity,
      representations: await representations(html, 'text/html'),
    },
    security,
  );
}

let all: string;
let folder: string;
let found: Entry[];
const disk = (take: (entry: Entry) => boolean = (entry) => found.push(entry) > 0) =>
  new DiskCopy({ folder, security, take, warn: () => undefined });

beforeEach(async () => {
  all = await mkdtemp(join(tmpdir(), 'page-cache-'));
  folder = join(all, 'this-build');
  found = [];
  await disk().load();
});
afterEach(() => rm(all, { recursive: true, force: true }));

describe('copy on disk', () => {
  it('gives back what was saved, as it was, but never as already fresh', async () => {
    const saved = await page('/blog?page=2');
    const first = disk();
    first.save(saved);
    await first.settled();
    await disk().load();
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual({ ...saved, generation: -1 });
  });

  it('forgets what was removed', async () => {
    const first = disk();
    first.save(await page('/gone'));
    first.remove('/gone');
    await first.settled();
    expect(await readdir(folder)).toEqual([]);
  });

  it('ignores and removes what is cut short, changed, or somebody else’s', async () => {
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
      Buffer.from('{"layout":1}\n'),
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

  it('keeps on disk only what there is room for', async () => {
    const first = disk();
    first.save(await page('/a'));
    first.save(await page('/b'));
    await first.settled();
    await disk((entry) => found.length < 1 && found.push(entry) > 0).load();
    expect(found).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('removes the pages of other builds', async () => {
    await mkdir(join(all, 'older-build'));
    await writeFile(join(all, 'older-build', 'x.page'), 'old');
    await disk().load();
    expect(await readdir(all)).toEqual(['this-build']);
  });

  it('notes when the CMS was last reached', async () => {
    await new ReachedNote(folder).write(12_345.6);
    const next = new ReachedNote(folder);
    expect(next.before).toBe(0);
    await next.read();
    expect(next.before).toBe(12_345);
    await disk().load();
    await next.read();
    expect(next.before).toBe(12_345);
  });
});
