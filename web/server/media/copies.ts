import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Shelf } from './shelf';

/** Uploads are 10 MB at most; more than this is none of ours. Bytes. */
const largest = 12 * 1024 * 1024;
/** For the whole file, in milliseconds. */
const patience = 15_000;

export type Copy = { path: string; bytes: number } | 'missing' | 'away';

function counted(onBytes: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > largest) return done(new Error('The file is larger than any upload.'));
      onBytes(bytes);
      return done(null, part);
    },
  });
}

/**
 * Uploads as files of this machine: fetched from `mediaUrl` once, however many ask at the same time, and kept as long as there is room.
 * A name never changes its content, so a copy is never out of date, and it serves while the CMS is away.
 */
export class MediaCopies {
  private readonly fetching = new Map<string, Promise<Copy>>();

  constructor(
    private readonly shelf: Shelf,
    private readonly mediaUrl: string,
    private readonly warn: (words: string) => void,
  ) {}

  async find(name: string): Promise<Copy> {
    await this.shelf.open();
    const bytes = this.shelf.take(name);
    if (bytes !== undefined) return { path: this.shelf.pathOf(name), bytes };
    const under = this.fetching.get(name);
    if (under) return under;
    const mine = this.fetch(name).finally(() => this.fetching.delete(name));
    this.fetching.set(name, mine);
    return mine;
  }

  /** For a copy that is gone although it was noted: somebody tidied the folder. */
  forget(name: string): void {
    this.shelf.forget(name);
  }

  private async fetch(name: string): Promise<Copy> {
    const path = this.shelf.pathOf(name);
    const draft = `${path}.${process.pid}.draft`;
    try {
      const answer = await fetch(`${this.mediaUrl}/${name}`, {
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      });
      if (!answer.ok || !answer.body) {
        await answer.body?.cancel();
        return answer.status >= 500 ? 'away' : 'missing';
      }
      let bytes = 0;
      await pipeline(
        Readable.fromWeb(answer.body as ReadableStream),
        counted((sum) => {
          bytes = sum;
        }),
        createWriteStream(draft),
      );
      await rename(draft, path);
      await this.shelf.put(name, bytes);
      return { path, bytes };
    } catch (problem) {
      await rm(draft, { force: true });
      this.warn(`A picture could not be fetched: ${problem instanceof Error ? problem.message : String(problem)}`);
      return 'away';
    }
  }
}
