import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/**
 * A clock that processes of a test share, and that can be put forward while they run. Their timers go on as they were
 * set.
 */
export class Clock {
  readonly #dir = mkdtempSync(path.join(tmpdir(), 'quiet-room-clock-'));
  #ahead = 0;

  constructor() {
    this.#write();
  }

  /** For whoever is to go by it. */
  get env(): Record<string, string> {
    return {
      CLOCK_AHEAD: this.#file,
      NODE_OPTIONS: `--import ${pathToFileURL(path.join(import.meta.dirname, 'put-forward.mjs')).href}`,
    };
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Resolves when every process has seen that it is so late. */
  async putForwardTo(moment: Date): Promise<void> {
    this.#ahead = moment.getTime() - Date.now();
    if (this.#ahead < 0) throw new Error(`${moment.toISOString()} is over.`);
    this.#write();
    await pause(100);
  }

  remove(): void {
    rmSync(this.#dir, { recursive: true, force: true });
  }

  get #file(): string {
    return path.join(this.#dir, 'ahead');
  }

  /** In one piece: others read it all the time. */
  #write(): void {
    writeFileSync(`${this.#file}.new`, String(this.#ahead));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
