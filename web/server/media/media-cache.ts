import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { reasonOf } from '#server/failure-reason';
import { BoundedFolder } from './bounded-folder';

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
  /** What that is in the log. */
  mediaHost: string;
  warn: (message: string) => void;
  /** Resolves when it is known what the CMS has deleted until now, or that the CMS cannot be asked. */
  ensureCurrent?: () => Promise<void>;
  /** When an earlier process last reached the CMS, in milliseconds since 1970; 0 if that is not known. */
  readCmsReachedBefore?: () => Promise<number>;
}

/**
 * Copies are deleted if nothing has been heard of the CMS for longer than this, in milliseconds. It lists deleted
 * uploads for a little longer (35 days), so that none is missed.
 */
const maxSilenceMs = 30 * 86_400_000;

/** A file that is being fetched; it is not stored if its upload is deleted meanwhile. */
interface Fetching {
  file: Promise<CachedFile>;
  isPurged: boolean;
}

/** Whether a file is an upload, or one of its smaller sizes: `thumbnail_<hash>.jpg`. */
const isOfUpload = (name: string, hash: string): boolean => {
  const stem = name.replace(/\..*$/s, '');
  return stem === hash || stem.endsWith(`_${hash}`);
};

/**
 * Uploads of the CMS as files of this machine: fetched once, however many clients ask at the same time, and kept while
 * there is room and the upload exists. A name never changes its content, so a copy is never stale, and it is served
 * while the CMS is down.
 */
export class MediaCache {
  private readonly folder: BoundedFolder;
  private readonly inFlight = new Map<string, Fetching>();
  private opened: Promise<void> | undefined;
  private purging: Promise<void> = Promise.resolve();

  constructor(private readonly options: MediaCacheOptions) {
    this.folder = new BoundedFolder(options.folder, options.maxBytes);
  }

  /** Returns a file of the uploads, fetched from the CMS if need be. */
  async get(name: string): Promise<CachedFile> {
    await this.options.ensureCurrent?.();
    await this.purging;
    if (!(await this.open())) return 'unavailable';
    const bytes = this.folder.sizeOf(name);
    if (bytes !== undefined) return { path: this.folder.pathOf(name), bytes };
    const inFlight = this.inFlight.get(name);
    if (inFlight) return inFlight.file;
    const fetching: Fetching = { file: this.fetch(name, () => fetching.isPurged), isPurged: false };
    this.inFlight.set(name, fetching);
    return fetching.file.finally(() => this.inFlight.delete(name));
  }

  /**
   * Deletes all copies of these uploads, in every size, and stores none that is being fetched right now. Resolves when
   * nothing of them is left here; until then no file is served. Never rejects.
   *
   * @param hashes the parts of the uploads' names that their sizes share
   */
  purge(hashes: readonly string[]): Promise<void> {
    const isPurged = (name: string): boolean => hashes.some((hash) => isOfUpload(name, hash));
    for (const [name, fetching] of this.inFlight) if (isPurged(name)) fetching.isPurged = true;
    const purge = async (): Promise<void> => {
      if (await this.open()) await this.folder.removeWhere(isPurged);
    };
    this.purging = Promise.all([this.purging, purge()]).then(
      () => undefined,
      (error: unknown) => {
        this.options.warn(`A deleted picture could not be deleted from the disk (${reasonOf(error)}).`);
      },
    );
    return this.purging;
  }

  /** Opens the folder, again after a failure; returns whether it can be used. */
  private async open(): Promise<boolean> {
    try {
      await (this.opened ??= this.openFolder());
      return true;
    } catch (error) {
      this.opened = undefined;
      this.options.warn(`The copies of pictures can’t use their folder (${reasonOf(error)}).`);
      return false;
    }
  }

  private async openFolder(): Promise<void> {
    const reachedAt = (await this.options.readCmsReachedBefore?.()) ?? 0;
    await this.folder.open();
    if (reachedAt > 0 && Date.now() - reachedAt > maxSilenceMs) await this.folder.removeWhere(() => true);
  }

  /** Drops a file that is listed but no longer there: someone tidied the folder. */
  drop(name: string): void {
    this.folder.remove(name);
  }

  private async fetch(name: string, isPurged: () => boolean): Promise<CachedFile> {
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
      const bytes = await this.write(response.body, draft);
      await rename(draft, path);
      // Asked only now: whatever is purged from here on finds the file under its name.
      if (isPurged()) {
        await rm(path, { force: true });
        return 'not-found';
      }
      await this.folder.add(name, bytes);
      return { path, bytes };
    } catch (error) {
      await rm(draft, { force: true });
      this.options.warn(
        `A picture could not be fetched from ${this.options.mediaHost} or stored (${reasonOf(error)}).`,
      );
      return 'unavailable';
    }
  }

  /** Writes a response to a file and returns its size, in bytes. */
  private async write(body: Response['body'], draft: string): Promise<number> {
    let bytes = 0;
    // Somebody may have deleted the folder since it was opened.
    await mkdir(this.options.folder, { recursive: true });
    await pipeline(
      Readable.fromWeb(body as ReadableStream),
      countBytes((total) => {
        bytes = total;
      }),
      createWriteStream(draft),
    );
    return bytes;
  }
}
