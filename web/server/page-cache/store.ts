import { LRUCache } from 'lru-cache';
import type { Entry } from './entry';

/** Entries by key, bounded in bytes: the least recently used ones are evicted first. */
export class Store {
  private readonly entries: LRUCache<string, Entry>;

  /**
   * @param maxBytes an entry that is larger than this is not stored
   * @param onEvicted called for each entry that had to make room, but not for one that was deleted or replaced
   */
  constructor(maxBytes: number, onEvicted?: (entry: Entry) => void) {
    this.entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (entry, _key, reason) => {
        if (reason === 'evict') onEvicted?.(entry);
      },
    });
  }

  get size(): number {
    return this.entries.size;
  }

  get bytes(): number {
    return this.entries.calculatedSize;
  }

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  set(entry: Entry): void {
    this.entries.set(entry.key, entry);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  /** Returns the keys of the entries that `matches` accepts. */
  keysWhere(matches: (entry: Entry) => boolean): string[] {
    return [...this.entries.values()].filter(matches).map(({ key }) => key);
  }
}
