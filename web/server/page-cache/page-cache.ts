import { type Entry, type FlatHeaders, makeEntry } from './entry';
import { representations } from './representation';
import { Flights, within } from './single-flight';
import type { Store } from './store';
import { type Rendered, type Verdict, verdictOn } from './verdict';
import {
  type Clock,
  knowledgeLasts,
  type Numbers,
  sameNumbers,
  uncounted,
  uncountedLasts,
  type Watcher,
} from './version-watcher';

const second = 1000;
/** How long a reader waits for a newer page while there is an old one. */
const staleWaits = 3 * second;
/** How long a reader waits when there is no old one. */
const freshWaits = 8 * second;
/** After a rendering has failed, nobody waits for another one for so long. */
const quietAfterFailure = 5 * second;
/** How long an old page is better than none while the CMS is away. */
const oldServes = 24 * 3600 * second;

export interface CopyOnDisk {
  load(): Promise<void>;
  save(entry: Entry): void;
  remove(key: string): void;
  /** Resolves when all that was saved and removed is on disk. */
  settled(): Promise<void>;
}

export interface PageCacheParts {
  render: (key: string) => Promise<Rendered>;
  watcher: Pick<Watcher, 'generation' | 'numbers' | 'knownAt' | 'away' | 'backAt' | 'known' | 'learn'>;
  /** Pages of the site. */
  pages: Store;
  /** Addresses at which nothing is, and makeshifts: never a page's rival for room. */
  brief: Store;
  disk: CopyOnDisk;
  /** When the CMS was last reached by a process before this one. */
  reachedBefore: () => number;
  /** Says that the site can't answer now, when no page can be made to say it. */
  sorry: () => Entry;
  security: FlatHeaders;
  now: Clock;
  warn: (words: string) => void;
}

/** What was known when a rendering began. */
interface Before {
  generation: number;
  numbers: Numbers | undefined;
  began: number;
}

/**
 * Answers by key: fresh by revision, one rendering for all who ask at once, the old page while the CMS is away.
 * Who reads is unknown here; the same key is the same answer for everybody.
 */
export class PageCache {
  private readonly flights: Flights<Entry>;
  private loaded: Promise<void> | undefined;
  private forgotAt = -Infinity;

  constructor(private readonly parts: PageCacheParts) {
    this.flights = new Flights(parts.now, () => parts.watcher.generation);
  }

  /** Reads what an earlier process left on disk, after `first`; pages asked for meanwhile wait for it. */
  load(first: Promise<void>): void {
    this.loaded = first
      .then(() => this.parts.disk.load())
      .finally(() => {
        this.loaded = undefined;
      });
  }

  /** The kept page, if it is certain to be what the CMS would say now: the way that nearly every request takes. */
  ready(key: string): Entry | undefined {
    const entry = this.parts.pages.get(key);
    return entry && this.fresh(entry) ? entry : undefined;
  }

  /** The answer for a key, rendered if need be. Never rejects. */
  async find(key: string): Promise<Entry> {
    const { pages, brief, watcher, now } = this.parts;
    if (this.loaded) await this.loaded;
    await watcher.learn();
    const kept = pages.get(key) ?? brief.get(key);
    if (kept && this.fresh(kept)) return kept;
    const old = this.usable(pages.get(key));
    if (watcher.away) {
      const makeshift = brief.get(key);
      if (old) return old;
      if (makeshift && now() < makeshift.endsAt) return makeshift;
    }
    if (old && this.quiet(old)) return old;
    return this.wait(key, old);
  }

  /**
   * Drops every page that was made of one of these kinds, in memory and on disk, and keeps none that is being made: somebody's
   * words were erased. Resolves when nothing of them is left here.
   */
  async forget(kinds: readonly string[]): Promise<void> {
    const { pages, brief, disk, now } = this.parts;
    if (this.loaded) await this.loaded;
    this.forgotAt = now();
    for (const key of pages.madeOf(kinds)) {
      pages.delete(key);
      disk.remove(key);
    }
    for (const key of brief.madeOf(kinds)) brief.delete(key);
    await disk.settled();
  }

  private async wait(key: string, old: Entry | undefined): Promise<Entry> {
    let mine = false;
    const landing = this.flights.join(key, () => {
      mine = true;
      return this.make(key);
    });
    const made = await within(landing, old ? staleWaits : freshWaits);
    // Taking long is no failure yet: the old page now, or the newest one that came while waiting for one newer still.
    if (!made) return this.usable(this.parts.pages.get(key)) ?? this.parts.sorry();
    // What a page wants to say to one reader only is not handed on to those who waited with them.
    return made.shared || mine ? made : this.make(key);
  }

  private fresh(entry: Entry): boolean {
    const { watcher, now } = this.parts;
    if (entry.generation !== watcher.generation) {
      if (!entry.numbers || !watcher.numbers || !sameNumbers(entry.numbers, watcher.numbers)) return false;
      entry.generation = watcher.generation;
      entry.staleSince = undefined;
    }
    const instant = now();
    entry.usedAt = instant;
    return instant - watcher.knownAt <= knowledgeLasts && instant < entry.endsAt;
  }

  /** An old page may be shown for a day since it was last right, as far as anybody knows. */
  private usable(entry: Entry | undefined): Entry | undefined {
    if (!entry) return undefined;
    const { watcher, now, reachedBefore } = this.parts;
    if (watcher.known) entry.staleSince ??= now();
    const right = entry.staleSince ?? Math.max(watcher.knownAt, reachedBefore(), entry.began);
    return now() - right < oldServes ? entry : undefined;
  }

  private quiet(old: Entry): boolean {
    const { watcher, now } = this.parts;
    return now() - old.failedAt < quietAfterFailure && watcher.backAt <= old.failedAt;
  }

  private async make(key: string): Promise<Entry> {
    const { render, watcher, now, warn, sorry, pages } = this.parts;
    const before = { generation: watcher.generation, numbers: watcher.numbers, began: now() };
    try {
      const rendered = await render(key);
      const verdict = verdictOn(rendered);
      if (verdict === 'failure') {
        if (this.usable(pages.get(key)))
          throw new Error(
            `status ${rendered.status}${rendered.facts.incomplete ? ', without all that the CMS owed' : ''}`,
          );
        // 'Not here' would be a guess while nobody can be asked what once stood here.
        if (rendered.status === 404) return sorry();
      }
      const entry = await this.entryOf(key, rendered, verdict, before);
      this.keep(entry, verdict);
      return entry;
    } catch (problem) {
      if (!watcher.away)
        warn(`A page could not be rendered: ${problem instanceof Error ? problem.message : String(problem)}`);
      const old = this.usable(pages.get(key));
      if (old) old.failedAt = now();
      return old ?? sorry();
    }
  }

  private async entryOf(key: string, rendered: Rendered, verdict: Verdict, before: Before): Promise<Entry> {
    const { now, security } = this.parts;
    const { numbers } = before;
    const certain = verdict === 'page' || verdict === 'missing';
    const counted = Object.fromEntries([...rendered.facts.kinds].map((kind) => [kind, numbers?.[kind] ?? uncounted]));
    const knownUntil = Object.values(counted).includes(uncounted) ? before.began + uncountedLasts : Infinity;
    return makeEntry(
      {
        key,
        status: rendered.status,
        own: ownHeaders(rendered, certain),
        representations: await representations(rendered.body, rendered.headers['content-type'] ?? ''),
        began: before.began,
        shared: verdict !== 'private',
        ...(certain && numbers
          ? {
              numbers: counted,
              generation: before.generation,
              endsAt: Math.min(rendered.facts.endsAt ?? Infinity, knownUntil),
            }
          : { numbers: null, generation: -1, endsAt: now() + quietAfterFailure }),
      },
      security,
    );
  }

  private keep(entry: Entry, verdict: Verdict): void {
    const { pages, brief, disk } = this.parts;
    // A rendering that was overtaken by a newer one knows less than what is there.
    if ((pages.get(entry.key)?.began ?? 0) > entry.began || entry.began <= this.forgotAt) return;
    if (verdict === 'page' && entry.numbers) {
      pages.set(entry);
      brief.delete(entry.key);
      disk.save(entry);
      return;
    }
    if (verdict !== 'failure' && pages.get(entry.key)) {
      pages.delete(entry.key);
      disk.remove(entry.key);
    }
    if (verdict !== 'private') brief.set(entry);
  }
}

/** Of a page's own headers those that say something to a reader, with how long its words may be believed without asking again. */
function ownHeaders({ status, headers }: Rendered, keepable: boolean): Record<string, string> {
  const told = ['content-type', 'location', 'content-disposition', 'x-robots-tag', 'link', 'set-cookie'] as const;
  const own: Record<string, string> = {};
  for (const name of told) if (headers[name] !== undefined) own[name] = headers[name];
  own['cache-control'] = keepable ? 'no-cache' : 'no-store';
  if (status === 503) own['retry-after'] = '10';
  return own;
}
