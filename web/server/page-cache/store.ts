import type { Entry } from './entry';

/** Answers by key, bounded in bytes: when there is no room, those that nobody has read for longest go. */
export class Store {
  private readonly entries = new Map<string, Entry>();
  bytes = 0;

  /** `budget` in bytes. `onEvicted` is told what had to go. */
  constructor(
    private readonly budget: number,
    private readonly onEvicted?: (entry: Entry) => void,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  set(entry: Entry): void {
    this.delete(entry.key);
    this.entries.set(entry.key, entry);
    this.bytes += entry.bytes;
    if (this.bytes > this.budget) this.makeRoom(entry);
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }

  /** The keys of what was made of one of these kinds, or of nobody knows what. */
  madeOf(kinds: readonly string[]): string[] {
    const uses = ({ numbers }: Entry) => !numbers || kinds.some((kind) => kind in numbers);
    return [...this.entries.values()].filter(uses).map(({ key }) => key);
  }

  /** A tenth at a time, so that sorting is rare; the newest goes only when it is larger than everything allowed. */
  private makeRoom(newest: Entry): void {
    const room = this.budget * 0.9;
    for (const entry of [...this.entries.values()].sort((a, b) => a.usedAt - b.usedAt)) {
      if (this.bytes <= room) return;
      if (entry === newest && entry.bytes <= this.budget) continue;
      this.delete(entry.key);
      this.onEvicted?.(entry);
    }
  }
}
