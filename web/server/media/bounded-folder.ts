import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';

/**
 * The names and sizes of the files in one folder, bounded in bytes: the least recently used files are deleted first.
 */
export class BoundedFolder {
  private readonly files: LRUCache<string, number>;
  private deleting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    maxBytes: number,
  ) {
    this.files = new LRUCache({
      maxSize: maxBytes,
      // The cache counts no empty files.
      sizeCalculation: (bytes) => Math.max(bytes, 1),
      dispose: (_bytes, name, reason) => {
        if (reason === 'evict') this.deleting = Promise.all([this.deleting, rm(this.pathOf(name), { force: true })]);
      },
    });
  }

  /** Makes the folder, deletes what an interrupted process left half-written, and lists the rest. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const found = await Promise.all(
      (await readdir(this.folder)).map(async (name) => ({ name, stats: await stat(this.pathOf(name)) })),
    );
    for (const { name, stats } of found.sort((a, b) => a.stats.mtimeMs - b.stats.mtimeMs)) {
      if (name.endsWith('.draft')) await rm(this.pathOf(name), { force: true });
      else await this.add(name, stats.size);
    }
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** Returns the size of a file, in bytes, and marks it as used. */
  sizeOf(name: string): number | undefined {
    return this.files.get(name);
  }

  /** Lists a file that was written to the folder, and deletes others to make room for it. */
  async add(name: string, bytes: number): Promise<void> {
    this.files.set(name, bytes);
    await this.deleting;
  }

  remove(name: string): void {
    this.files.delete(name);
  }

  /** Deletes files for which `matches` is true, also those that another process has put into the folder. */
  async removeWhere(matches: (name: string) => boolean): Promise<void> {
    for (const name of (await readdir(this.folder)).filter((found) => !found.endsWith('.draft') && matches(found))) {
      this.files.delete(name);
      await rm(this.pathOf(name), { force: true });
    }
  }
}
