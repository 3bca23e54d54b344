import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry, FlatHeaders } from './entry';
import { pack, unpack } from './entry-file';
import type { CopyOnDisk } from './page-cache';

export interface DiskParts {
  /** One folder for each build and address of the site, e.g. `DATA_DIR/page-cache/<name>`; the others beside it are removed. */
  folder: string;
  security: FlatHeaders;
  /** Gets each page that was kept; says whether there is room for more. */
  take: (entry: Entry) => boolean;
  warn: (words: string) => void;
}

const fileOf = (key: string) => `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.page`;

/**
 * The page cache's copy on disk, so that a restart while the CMS is away still serves. Written behind the reader's back, each file under a
 * name of its own first and then moved into place: a crash leaves a whole page or none. It holds what memory holds, so it is bounded too.
 */
export class DiskCopy implements CopyOnDisk {
  private readonly owed = new Map<string, Entry | undefined>();
  private writing: Promise<void> | undefined;
  private complained = false;

  constructor(private readonly parts: DiskParts) {}

  /** Hands over what an earlier process of the same build left, newest first; what doesn't fit or isn't whole is removed. */
  async load(): Promise<void> {
    const { folder } = this.parts;
    try {
      await mkdir(folder, { recursive: true });
      await this.removeOthers();
      for (const name of await this.newestFirst()) {
        const path = join(folder, name);
        const entry = name.endsWith('.page')
          ? unpack(await readFile(path).catch(() => Buffer.alloc(0)), this.parts.security)
          : undefined;
        if (!entry || name !== fileOf(entry.key) || !this.parts.take(entry)) await rm(path, { force: true });
      }
    } catch (problem) {
      this.complain(problem);
    }
  }

  save(entry: Entry): void {
    this.owe(entry.key, entry);
  }

  remove(key: string): void {
    this.owe(key, undefined);
  }

  /** Resolves when everything that was owed is on disk. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private owe(key: string, entry: Entry | undefined): void {
    this.owed.set(key, entry);
    this.writing ??= this.pay().finally(() => {
      this.writing = undefined;
    });
  }

  private async pay(): Promise<void> {
    for (let next = this.owed.entries().next(); !next.done; next = this.owed.entries().next()) {
      const [key, entry] = next.value;
      this.owed.delete(key);
      try {
        if (entry) await this.write(fileOf(key), pack(entry, this.parts.security));
        else await rm(join(this.parts.folder, fileOf(key)), { force: true });
      } catch (problem) {
        this.complain(problem);
      }
    }
  }

  private async write(name: string, bytes: Buffer): Promise<void> {
    const path = join(this.parts.folder, name);
    const draft = `${path}.${process.pid}.draft`;
    await writeFile(draft, bytes);
    await rename(draft, path);
  }

  private async newestFirst(): Promise<string[]> {
    const names = (await readdir(this.parts.folder)).filter((name) => name !== reachedFile);
    const dated = await Promise.all(
      names.map(async (name) => {
        const about = await stat(join(this.parts.folder, name)).catch(() => undefined);
        return { name, at: about?.mtimeMs ?? 0 };
      }),
    );
    return dated.sort((a, b) => b.at - a.at).map(({ name }) => name);
  }

  private async removeOthers(): Promise<void> {
    const all = dirname(this.parts.folder);
    for (const name of await readdir(all)) {
      if (join(all, name) !== this.parts.folder) await rm(join(all, name), { recursive: true, force: true });
    }
  }

  /** Once: a full disk costs the copy, not the site, and need not fill the log too. */
  private complain(problem: unknown): void {
    if (this.complained) return;
    this.complained = true;
    this.parts.warn(
      `The page cache can’t use its folder: ${problem instanceof Error ? problem.message : String(problem)}`,
    );
  }
}

const reachedFile = 'reached.json';

/** When the CMS was last reached, kept beside the pages, so that the next process knows how old they may be. */
export class ReachedNote {
  private at = 0;

  constructor(private readonly folder: string) {}

  /** Milliseconds since 1970, as an earlier process noted it; 0 if none did. */
  get before(): number {
    return this.at;
  }

  async read(): Promise<void> {
    const text = await readFile(join(this.folder, reachedFile), 'utf8').catch(() => '0');
    this.at = Math.min(Number(text) || 0, Date.now());
  }

  async write(at: number): Promise<void> {
    const path = join(this.folder, reachedFile);
    const draft = `${path}.${process.pid}.draft`;
    await writeFile(draft, String(Math.floor(at)))
      .then(() => rename(draft, path))
      .catch(() => undefined);
  }
}
