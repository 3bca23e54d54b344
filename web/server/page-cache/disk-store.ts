import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FlatHeaders } from '#server/http/flat-headers';
import type { Entry } from './entry';
import { parseEntryFile, serialiseEntry } from './entry-file';
import type { DiskStore } from './page-cache';

export interface FolderStoreOptions {
  /**
   * One folder for each build and address of the site, e.g. `DATA_DIR/page-cache/<name>`; the others beside it are
   * removed.
   */
  folder: string;
  security: FlatHeaders;
  /** Receives each page that an earlier process left. */
  onLoad: (entry: Entry) => void;
  warn: (message: string) => void;
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
}

/** While the folder can't be used, that is logged once in this time, in milliseconds. */
const warnEveryMs = 10 * 60_000;

/**
 * A page that is older is deleted instead of loaded. The CMS lists for a little longer (35 days) what was deleted for
 * good, so a site that was down for a long time does not keep what it has not heard of.
 */
const maxAgeMs = 30 * 86_400_000;

const fileNameOf = (key: string) => `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.page`;

/** Returns what may be logged of an error: its message has the path in it. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : typeof error;

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Writes a file under a name of its own first and then renames it, so that a crash leaves a whole file or none. Makes
 * its folder again if somebody has deleted it.
 */
async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  const write = async () => {
    await writeFile(draft, content);
    await rename(draft, path);
  };
  try {
    await write();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(dirname(path), { recursive: true });
    await write();
  }
}

/**
 * The page cache on disk, so that the site still serves pages after a restart while the CMS is down. It is written in
 * the background and holds what the memory holds, so it is bounded too.
 */
export class FolderStore implements DiskStore {
  /** The entry to save for each key that has changed; undefined stands for one to remove. */
  private readonly queue = new Map<string, Entry | undefined>();
  private writing: Promise<void> | undefined;
  private warnedAt = -Infinity;
  private problemSince: number | undefined;

  constructor(private readonly options: FolderStoreOptions) {}

  /**
   * Hands over the pages of an earlier process of the same build, oldest first, so that a bounded store keeps the
   * newest; damaged files are removed.
   */
  async load(): Promise<void> {
    const { folder, security, onLoad } = this.options;
    try {
      await mkdir(folder, { recursive: true });
      await this.removeOtherBuilds();
      for (const name of await this.namesOldestFirst()) {
        const path = join(folder, name);
        const entry = name.endsWith('.page')
          ? parseEntryFile(await readFile(path).catch(() => Buffer.alloc(0)), security)
          : undefined;
        const isKept = entry && name === fileNameOf(entry.key) && Date.now() - entry.renderStartedAt < maxAgeMs;
        if (isKept) onLoad(entry);
        else await rm(path, { force: true });
      }
    } catch (error) {
      this.reportProblem(error);
    }
  }

  /** Since when the folder can't be used, in milliseconds since 1970; undefined while it can. */
  get unusableSince(): number | undefined {
    return this.problemSince;
  }

  save(entry: Entry): void {
    this.enqueue(entry.key, entry);
  }

  remove(key: string): void {
    this.enqueue(key, undefined);
  }

  /** Resolves when everything that was queued is on disk. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private enqueue(key: string, entry: Entry | undefined): void {
    this.queue.set(key, entry);
    this.writing ??= this.drain().finally(() => {
      this.writing = undefined;
    });
  }

  private async drain(): Promise<void> {
    const { folder } = this.options;
    for (let next = this.queue.entries().next(); !next.done; next = this.queue.entries().next()) {
      const [key, entry] = next.value;
      this.queue.delete(key);
      const path = join(folder, fileNameOf(key));
      try {
        await (entry ? writeWhole(path, serialiseEntry(entry)) : rm(path, { force: true }));
        if (entry) this.problemSince = undefined;
      } catch (error) {
        this.reportProblem(error);
      }
    }
  }

  private async namesOldestFirst(): Promise<string[]> {
    const names = (await readdir(this.options.folder)).filter((name) => name !== contactFile);
    const dated = await Promise.all(
      names.map(async (name) => {
        const stats = await stat(join(this.options.folder, name)).catch(() => undefined);
        return { name, modifiedAt: stats?.mtimeMs ?? 0 };
      }),
    );
    return dated.sort((a, b) => a.modifiedAt - b.modifiedAt).map(({ name }) => name);
  }

  private async removeOtherBuilds(): Promise<void> {
    const parent = dirname(this.options.folder);
    for (const name of await readdir(parent)) {
      if (join(parent, name) !== this.options.folder) await rm(join(parent, name), { recursive: true, force: true });
    }
  }

  /**
   * Warns of a problem now and then: a full disk costs the copy, not the site, and need not fill the log as well. A
   * later problem may be another one, so the first is not the last that is told.
   */
  private reportProblem(error: unknown): void {
    const now = (this.options.now ?? Date.now)();
    this.problemSince ??= now;
    if (now - this.warnedAt < warnEveryMs) return;
    this.warnedAt = now;
    this.options.warn(`The page cache can’t use its folder (${codeOf(error)}), so a restart would lose its pages.`);
  }
}

const contactFile = 'last-contact.json';

/** Remembers beside the pages when the CMS last answered, so that the next process knows how old they may be. */
export class LastContactFile {
  private instant = 0;

  constructor(private readonly folder: string) {}

  /** Milliseconds since 1970 as an earlier process wrote them; 0 if there are none. */
  get before(): number {
    return this.instant;
  }

  async read(): Promise<void> {
    const text = await readFile(join(this.folder, contactFile), 'utf8').catch(() => '0');
    this.instant = Math.min(Number(text) || 0, Date.now());
  }

  async write(instant: number): Promise<void> {
    await writeWhole(join(this.folder, contactFile), String(Math.floor(instant))).catch(() => undefined);
  }
}
