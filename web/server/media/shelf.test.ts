import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MediaCopies } from './copies';
import { Shelf } from './shelf';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(shelf: Shelf, name: string, bytes: number) {
  await writeFile(shelf.pathOf(name), Buffer.alloc(bytes));
  await shelf.put(name, bytes);
}

describe('shelf', () => {
  it('holds what it may and lets go what was not asked for longest', async () => {
    const shelf = new Shelf(folder, 250);
    await shelf.open();
    await put(shelf, 'a', 100);
    await put(shelf, 'b', 100);
    shelf.take('a');
    await put(shelf, 'c', 100);
    expect((await readdir(folder)).sort()).toEqual(['a', 'c']);
    expect(shelf.take('b')).toBeUndefined();
  });

  it('knows after a restart what is there, without half files', async () => {
    await writeFile(join(folder, 'a'), Buffer.alloc(10));
    await writeFile(join(folder, 'b.1.draft'), Buffer.alloc(10));
    const shelf = new Shelf(folder, 250);
    await shelf.open();
    expect(shelf.take('a')).toBe(10);
    expect(await readdir(folder)).toEqual(['a']);
  });
});

describe('copies', () => {
  it('are fetched once for all who ask, and serve when there is nobody to ask', async () => {
    let asked = 0;
    const server = createServer((req, res) => {
      asked += 1;
      res.statusCode = req.url === '/uploads/here' ? 200 : 404;
      res.end('picture');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
    const copies = new MediaCopies(new Shelf(folder, 1000), url, () => undefined);
    const found = await Promise.all([copies.find('here'), copies.find('here'), copies.find('here')]);
    expect(found).toEqual(Array(3).fill({ path: join(folder, 'here'), bytes: 7 }));
    expect(asked).toBe(1);
    expect(await copies.find('gone')).toBe('missing');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await copies.find('here')).toMatchObject({ bytes: 7 });
    expect(await copies.find('other')).toBe('away');
    expect(await readdir(folder)).toEqual(['here']);
  });
});
