import type { FlatHeaders } from '#server/http/flat-headers';
import { encode } from '#server/http/representation';
import { type Entry, makeEntry } from './entry';
import { type Cacheability, cacheabilityOf, describeFailure, ownHeaders, type Rendered } from './render';
import { SingleFlight, withTimeout } from './single-flight';
import type { Store } from './store';
import {
  type Clock,
  hasSameVersions,
  type TagVersions,
  unlisted,
  unlistedTtlMs,
  type VersionPoller,
  versionsTtlMs,
} from './tag-versions';

/** How long a request waits for a fresh page while there is a stale one, in milliseconds. */
const staleTimeoutMs = 3000;
/** How long a request waits when there is no stale page, in milliseconds. */
const missTimeoutMs = 8000;
/** After a rendering has failed, stale pages are served at once for this long, in milliseconds. */
const failureTtlMs = 5000;
/** How long a stale page is served while the CMS is down, in milliseconds. */
const maxStaleMs = 24 * 3_600_000;

export interface DiskStore {
  load(): Promise<void>;
  save(entry: Entry): void;
  remove(key: string): void;
  /** Resolves when everything that was saved and removed is on disk. */
  settled(): Promise<void>;
}

export interface PageCacheOptions {
  render: (key: string) => Promise<Rendered>;
  poller: Pick<
    VersionPoller,
    'epoch' | 'versions' | 'asOf' | 'isCmsDown' | 'recoveredAt' | 'isCurrent' | 'ensureCurrent'
  >;
  /** Pages of the site. */
  pages: Store;
  /** 404s and makeshift pages, which must not compete with pages for room. */
  shortLived: Store;
  disk: DiskStore;
  /** When an earlier process last reached the CMS, in milliseconds since 1970. */
  cmsReachedBefore: () => number;
  /** Returns the 503 that is sent when no page can be rendered. */
  unavailable: () => Entry;
  security: FlatHeaders;
  /** How long a CDN may send a page without asking, in seconds. */
  cdnSeconds: number;
  now: Clock;
  /** Logs a warning, with the name of the error but never its message. */
  warn: (message: string, error?: unknown) => void;
}

/** What was known when a rendering began. */
interface RenderStart {
  epoch: number;
  versions: TagVersions | undefined;
  startedAt: number;
}

/**
 * Serves pages by key: fresh as long as the versions of their tags are current, rendered once for all who wait, stale
 * while the CMS is down. It knows nothing of the reader; the same key is the same response for everyone.
 */
export class PageCache {
  private readonly inFlight: SingleFlight<Entry>;
  private loading: Promise<void> | undefined;
  private purgedAt = -Infinity;

  constructor(private readonly options: PageCacheOptions) {
    this.inFlight = new SingleFlight(options.now, () => options.poller.epoch);
  }

  /** Reads what an earlier process left on disk, after `first`; requests wait for it meanwhile. */
  load(first: Promise<void>): void {
    this.loading = first
      .then(() => this.options.disk.load())
      .finally(() => {
        this.loading = undefined;
      });
  }

  /** Returns the page for a key if it is certain to be fresh: nearly every request is served this way. */
  getFresh(key: string): Entry | undefined {
    const entry = this.options.pages.get(key);
    return entry && this.isFresh(entry) ? entry : undefined;
  }

  /** Returns the response for a key and renders it if need be. Never rejects. */
  async get(key: string): Promise<Entry> {
    const { pages, shortLived, poller, now } = this.options;
    if (this.loading) await this.loading;
    await poller.ensureCurrent();
    const stored = pages.get(key) ?? shortLived.get(key);
    if (stored && this.isFresh(stored)) return stored;
    const stale = this.usableStale(pages.get(key));
    if (poller.isCmsDown) {
      const makeshift = shortLived.get(key);
      if (stale) return stale;
      if (makeshift && now() < makeshift.expiresAt) return makeshift;
    }
    if (stale && this.failedRecently(stale)) return stale;
    return this.revalidate(key, stale);
  }

  /**
   * Removes every page with one of these tags, in memory and on disk, and stores none that is being rendered right now:
   * what someone wrote was erased. Resolves when nothing of it is left here.
   */
  async purge(tags: readonly string[]): Promise<void> {
    await this.purgeWhere(({ versions }) => !versions || tags.some((tag) => tag in versions));
  }

  /** Does the same for the pages that were rendered with other versions of these tags than the present ones. */
  async purgeOutdated(tags: readonly string[], current: TagVersions): Promise<void> {
    const isOutdated = (tag: string, version?: number) =>
      version !== undefined && version !== (current[tag] ?? unlisted);
    await this.purgeWhere(({ versions }) => !versions || tags.some((tag) => isOutdated(tag, versions[tag])));
  }

  private async purgeWhere(matches: (entry: Entry) => boolean): Promise<void> {
    const { pages, shortLived, disk, now } = this.options;
    if (this.loading) await this.loading;
    this.purgedAt = now();
    for (const key of pages.keysWhere(matches)) {
      pages.delete(key);
      disk.remove(key);
    }
    for (const key of shortLived.keysWhere(matches)) shortLived.delete(key);
    await disk.settled();
  }

  private async revalidate(key: string, stale: Entry | undefined): Promise<Entry> {
    let isMine = false;
    const rendering = this.inFlight.run(key, () => {
      isMine = true;
      return this.renderEntry(key);
    });
    const entry = await withTimeout(rendering, stale ? staleTimeoutMs : missTimeoutMs);
    // A slow rendering has not failed: the stale page for now, or a newer one that was stored while this request
    // waited.
    if (!entry) return this.usableStale(this.options.pages.get(key)) ?? this.options.unavailable();
    // A page for one reader only is not shared with those who waited for it.
    return entry.isShareable || isMine ? entry : this.renderEntry(key);
  }

  private isFresh(entry: Entry): boolean {
    const { poller, now } = this.options;
    if (entry.validatedEpoch !== poller.epoch) {
      if (!entry.versions || !poller.versions || !hasSameVersions(entry.versions, poller.versions)) return false;
      entry.validatedEpoch = poller.epoch;
      entry.staleSince = undefined;
    }
    const instant = now();
    return instant - poller.asOf <= versionsTtlMs && instant < entry.expiresAt;
  }

  /** Returns the entry unless it has been stale for more than a day, as far as this process can know. */
  private usableStale(entry: Entry | undefined): Entry | undefined {
    if (!entry) return undefined;
    const { poller, now, cmsReachedBefore } = this.options;
    if (poller.isCurrent) entry.staleSince ??= now();
    const lastFresh = entry.staleSince ?? Math.max(poller.asOf, cmsReachedBefore(), entry.renderStartedAt);
    return now() - lastFresh < maxStaleMs ? entry : undefined;
  }

  private failedRecently(stale: Entry): boolean {
    const { poller, now } = this.options;
    return now() - stale.failedAt < failureTtlMs && poller.recoveredAt <= stale.failedAt;
  }

  private async renderEntry(key: string): Promise<Entry> {
    const { render, poller, now, warn, unavailable, pages } = this.options;
    const start = { epoch: poller.epoch, versions: poller.versions, startedAt: now() };
    try {
      const rendered = await render(key);
      const cacheability = cacheabilityOf(rendered);
      if (cacheability === 'failed') {
        const stale = this.usableStale(pages.get(key));
        if (stale) {
          if (!poller.isCmsDown) warn(`A page could not be rendered: ${describeFailure(rendered)}`);
          stale.failedAt = now();
          return stale;
        }
        // A 404 would be a guess while the CMS cannot say whether the page has moved.
        if (rendered.status === 404) return unavailable();
      }
      const entry = await this.toEntry(key, rendered, cacheability, start);
      this.store(entry, cacheability);
      return entry;
    } catch (error) {
      if (!poller.isCmsDown) warn('A page could not be rendered.', error);
      const stale = this.usableStale(pages.get(key));
      if (stale) stale.failedAt = now();
      return stale ?? unavailable();
    }
  }

  private async toEntry(
    key: string,
    rendered: Rendered,
    cacheability: Cacheability,
    start: RenderStart,
  ): Promise<Entry> {
    const { now, security, cdnSeconds } = this.options;
    const { status, headers, body, hints } = rendered;
    const isStorable = cacheability === 'cacheable' || cacheability === 'not-found';
    const versions = Object.fromEntries([...hints.tags].map((tag) => [tag, start.versions?.[tag] ?? unlisted]));
    const unlistedUntil = Object.values(versions).includes(unlisted) ? start.startedAt + unlistedTtlMs : Infinity;
    return makeEntry(
      {
        key,
        status,
        ownHeaders: ownHeaders(key, rendered, isStorable, cdnSeconds),
        bodies: await encode(body, headers['content-type'] ?? ''),
        renderStartedAt: start.startedAt,
        isShareable: cacheability !== 'uncacheable',
        ...(isStorable && start.versions
          ? {
              versions,
              validatedEpoch: start.epoch,
              expiresAt: Math.min(hints.expiresAt ?? Infinity, unlistedUntil),
            }
          : { versions: null, validatedEpoch: -1, expiresAt: now() + failureTtlMs }),
      },
      security,
    );
  }

  private store(entry: Entry, cacheability: Cacheability): void {
    const { pages, shortLived, disk } = this.options;
    // A rendering that was overtaken by a later one knows less than what is stored.
    const isOvertaken = (pages.get(entry.key)?.renderStartedAt ?? 0) > entry.renderStartedAt;
    if (isOvertaken || entry.renderStartedAt <= this.purgedAt) return;
    if (cacheability === 'cacheable' && entry.versions) {
      pages.set(entry);
      shortLived.delete(entry.key);
      disk.save(entry);
      return;
    }
    if (cacheability !== 'failed' && pages.get(entry.key)) {
      pages.delete(entry.key);
      disk.remove(entry.key);
    }
    if (cacheability !== 'uncacheable') shortLived.set(entry);
  }
}
