/** The version of each cache tag: how often content with that tag has changed. */
export type TagVersions = Readonly<Record<string, number>>;

/** Monotonic milliseconds since 1970: a clock that is set back must not make old pages look new. */
export type Clock = () => number;

/** Versions that are older than this, in milliseconds, are polled again before a page counts as fresh. */
export const versionsTtlMs = 1000;
/** The CMS is polled this often, whether or not anybody reads, in milliseconds. */
const pollIntervalMs = 500;

/** The version of a tag that the CMS did not list: it leaves out threads that have not changed for an hour. */
export const unlisted = -1;
/**
 * For how long 'not listed then and not listed now' means that the tag has not changed in between, in milliseconds. A
 * little less than the CMS's hour, because the two polls happened at different moments.
 */
export const unlistedTtlMs = 55 * 60_000;

/** Whether every tag in `some` has the same version in `all`. */
export function hasSameVersions(some: TagVersions, all: TagVersions): boolean {
  for (const tag in some) if (some[tag] !== (all[tag] ?? unlisted)) return false;
  return true;
}

/** One response of the CMS. */
export interface PolledVersions {
  versions: TagVersions;
  /** When something was last deleted for good from what has a tag, by the CMS's clock. */
  purged: Readonly<Record<string, number>>;
}

export interface VersionPollerOptions {
  /** Requests the versions from the CMS; rejects when there is no usable response in time. */
  fetchVersions: () => Promise<PolledVersions>;
  now: Clock;
  /** Called when the CMS stops answering, and when it answers again. */
  onReachabilityChange?: (isReachable: boolean) => void;
  /**
   * Called with the tags from which something was deleted for good since the last poll; after the first poll of this
   * process, with all that the CMS still lists.
   */
  onPurge?: (tags: readonly string[], versions: TagVersions) => void;
}

/**
 * Knows the current tag versions, as far as one process can. It polls twice a second, at once when a webhook asks for
 * it, and when a page is requested and the last successful poll **began** too long ago (a busy event loop may have
 * delayed the timer).
 */
export class VersionPoller {
  /** Counts the polls that brought a changed version: a page that was fresh in this epoch is still fresh. */
  epoch = 0;
  /** The versions of the last successful poll; undefined before the first. */
  versions: TagVersions | undefined;
  /** When the last successful poll began. Whatever was committed before that moment is in `versions`. */
  asOf = -Infinity;
  /** Whether the last poll failed. */
  isCmsDown = false;
  /** How many polls in a row have failed: a single one may only have been slow. */
  failedPolls = 0;
  /** Why the last poll failed; undefined if it did not. */
  failure: unknown;
  /** When the CMS last answered again after a failed poll. */
  recoveredAt = -Infinity;

  private polling: Promise<void> | undefined;
  private pollAgain = false;
  private purged: PolledVersions['purged'] = {};
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: VersionPollerOptions) {}

  start(): void {
    void this.pollNow();
    this.timer = setInterval(() => {
      void this.poll();
    }, pollIntervalMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Whether the versions are recent enough to serve pages by. */
  get isCurrent(): boolean {
    return this.options.now() - this.asOf <= versionsTtlMs;
  }

  /**
   * Waits, together with all other requests, until the versions are current; does not wait for a CMS that has not
   * answered.
   */
  async ensureCurrent(): Promise<void> {
    // A second round, because a response may be outdated when it comes, if the CMS or the event loop was slow.
    for (let round = 0; round < 2 && !this.isCurrent && !this.isCmsDown; round += 1) await this.poll();
  }

  /** Polls because something has changed: once more if a poll that may have begun too early is in flight. */
  pollNow(): Promise<void> {
    if (this.polling) this.pollAgain = true;
    return this.poll();
  }

  private poll(): Promise<void> {
    this.polling ??= this.pollOnce().finally(() => {
      this.polling = undefined;
      if (!this.pollAgain) return;
      this.pollAgain = false;
      void this.poll();
    });
    return this.polling;
  }

  private async pollOnce(): Promise<void> {
    const began = this.options.now();
    try {
      const { versions, purged } = await this.options.fetchVersions();
      this.update(versions);
      this.reportPurges(purged, versions);
      this.asOf = began;
      if (this.isCmsDown) this.recoveredAt = this.options.now();
      this.failedPolls = 0;
      this.failure = undefined;
      this.setDown(false);
    } catch (error) {
      this.failure = error;
      this.failedPolls += 1;
      this.setDown(true);
    }
  }

  private update(versions: TagVersions): void {
    const before = this.versions;
    // Unequal, not greater: after a backup was restored, versions are lower.
    if (before && hasSameVersions(before, versions) && hasSameVersions(versions, before)) return;
    this.versions = versions;
    this.epoch += 1;
  }

  private reportPurges(purged: PolledVersions['purged'], versions: TagVersions): void {
    const tags = Object.keys(purged).filter((tag) => purged[tag] !== this.purged[tag]);
    this.purged = purged;
    if (tags.length > 0) this.options.onPurge?.(tags, versions);
  }

  private setDown(isDown: boolean): void {
    if (this.isCmsDown === isDown) return;
    this.isCmsDown = isDown;
    this.options.onReachabilityChange?.(!isDown);
  }
}
