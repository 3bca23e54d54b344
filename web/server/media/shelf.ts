import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files in one folder, bounded in bytes: those that nobody has asked for longest go first. */
export class Shelf {
  private readonly files = new Map<string, number>();
  private total = 0;
  private opening: Promise<void> | undefined;

  constructor(
    readonly folder: string,
    private readonly budget: number,
  ) {}

  /** Makes the folder, removes what an interrupted process left half done, and learns what is there. */
  open(): Promise<void> {
    return (this.opening ??= this.learn());
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** The size of a file that is here, in bytes; asking for it keeps it. */
  take(name: string): number | undefined {
    const bytes = this.files.get(name);
    if (bytes === undefined) return undefined;
    this.files.delete(name);
    this.files.set(name, bytes);
    return bytes;
  }

  /** Notes a file that was moved into the folder, and makes room for it. */
  async put(name: string, bytes: number): Promise<void> {
    this.forget(name);
    this.files.set(name, bytes);
    this.total += bytes;
    for (const other of this.files.keys()) {
      if (this.total <= this.budget) return;
      if (other === name) continue;
      this.forget(other);
      await rm(this.pathOf(other), { force: true });
    }
  }

  forget(name: string): void {
    this.total -= this.files.get(name) ?? 0;
    this.files.delete(name);
  }

  private async learn(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const found = await Promise.all(
      (await readdir(this.folder)).map(async (name) => ({ name, about: await stat(this.pathOf(name)) })),
    );
    for (const { name, about } of found.sort((a, b) => a.about.mtimeMs - b.about.mtimeMs)) {
      if (name.endsWith('.draft')) await rm(this.pathOf(name), { force: true });
      else await this.put(name, about.size);
    }
  }
}
