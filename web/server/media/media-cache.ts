import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { LRUCache } from 'lru-cache';

/**
 * The content types of the uploads that are served, by file extension. All others are not served, whatever the CMS
 * stores.
 */
const contentTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** How Strapi names an upload and its resized copies: a slug, ten hexadecimal digits, the extension. */
const uploadName = /^[\w-]{1,200}_[0-9a-f]{10}\.([a-z]{3,4})$/i;

export interface MediaFile {
  name: string;
  contentType: string;
  /** Documents are saved rather than shown: they must not open on the site's own origin. */
  isDownload: boolean;
}

/** Returns the upload with this name, or undefined for a name that Strapi would not have given. */
export function mediaFile(name: string): MediaFile | undefined {
  const contentType = contentTypes[uploadName.exec(name)?.[1]?.toLowerCase() ?? ''];
  return contentType ? { name, contentType, isDownload: contentType === 'application/pdf' } : undefined;
}

/** The CMS accepts uploads of 10 MB; a larger file is not one of them. */
const maxFileBytes = 12 * 1024 * 1024;
/** For the whole file, in milliseconds. */
const fetchTimeoutMs = 15_000;

/** Where a file is on this machine and how large it is; or why it is not. */
export type CachedFile = { path: string; bytes: number } | 'not-found' | 'unavailable';

/**
 * The names and sizes of the files in one folder, bounded in bytes: the least recently used files are deleted first.
 */
class BoundedFolder {
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
}

/** Fails when more than an upload passes through; reports how many bytes have passed. */
function countBytes(onBytes: (total: number) => void): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > maxFileBytes) return done(new Error('The file is larger than any upload.'));
      onBytes(total);
      return done(null, chunk);
    },
  });
}

export interface MediaCacheOptions {
  folder: string;
  maxBytes: number;
  /** Where the CMS serves its uploads. */
  mediaUrl: string;
  warn: (message: string) => void;
}

/**
 * Uploads of the CMS as files of this machine: fetched once, however many clients ask at the same time, and kept while
 * there is room. A name never changes its content, so a copy is never stale, and it is served while the CMS is down.
 */
export class MediaCache {
  private readonly folder: BoundedFolder;
  private readonly inFlight = new Map<string, Promise<CachedFile>>();
  private opened: Promise<void> | undefined;

  constructor(private readonly options: MediaCacheOptions) {
    this.folder = new BoundedFolder(options.folder, options.maxBytes);
  }

  /** Returns a file of the uploads, fetched from the CMS if need be. */
  async get(name: string): Promise<CachedFile> {
    if (!(await this.open())) return 'unavailable';
    const bytes = this.folder.sizeOf(name);
    if (bytes !== undefined) return { path: this.folder.pathOf(name), bytes };
    const inFlight = this.inFlight.get(name);
    if (inFlight) return inFlight;
    const fetching = this.fetch(name).finally(() => this.inFlight.delete(name));
    this.inFlight.set(name, fetching);
    return fetching;
  }

  /** Opens the folder, again after a failure; returns whether it can be used. */
  private async open(): Promise<boolean> {
    try {
      await (this.opened ??= this.folder.open());
      return true;
    } catch (error) {
      this.opened = undefined;
      this.options.warn(
        `The copies of pictures can’t use their folder: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  }

  /** Drops a file that is listed but no longer there: someone tidied the folder. */
  drop(name: string): void {
    this.folder.remove(name);
  }

  private async fetch(name: string): Promise<CachedFile> {
    const path = this.folder.pathOf(name);
    const draft = `${path}.${process.pid}.draft`;
    try {
      const response = await fetch(`${this.options.mediaUrl}/${name}`, {
        signal: AbortSignal.timeout(fetchTimeoutMs),
        redirect: 'error',
      });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        return response.status >= 500 ? 'unavailable' : 'not-found';
      }
      let bytes = 0;
      // Somebody may have deleted the folder since it was opened.
      await mkdir(this.options.folder, { recursive: true });
      await pipeline(
        Readable.fromWeb(response.body as ReadableStream),
        countBytes((total) => {
          bytes = total;
        }),
        createWriteStream(draft),
      );
      await rename(draft, path);
      await this.folder.add(name, bytes);
      return { path, bytes };
    } catch (error) {
      await rm(draft, { force: true });
      this.options.warn(`A picture could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
      return 'unavailable';
    }
  }
}
