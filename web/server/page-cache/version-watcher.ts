/** How often each kind of content has changed. */
export type Numbers = Readonly<Record<string, number>>;

/** Monotonic milliseconds since 1970: a clock that is set back must not make old pages look new. */
export type Clock = () => number;

/** Knowledge that is older than this, in milliseconds, is asked for anew before a page is called fresh. */
export const knowledgeLasts = 1000;
/** The CMS is asked this often, whoever reads, in milliseconds. */
const interval = 500;

/** Stands for a kind that the CMS did not tell of: threads that have not changed for an hour are left out. */
export const uncounted = -1;
/**
 * Milliseconds for which 'it was left out and is left out now' means that it has not moved in between: a little less than
 * that hour, because the two were asked at different moments.
 */
export const uncountedLasts = 55 * 60_000;

/** Whether every kind that is counted in `some` is counted the same in `all`. */
export function sameNumbers(some: Numbers, all: Numbers): boolean {
  for (const kind in some) if (some[kind] !== (all[kind] ?? uncounted)) return false;
  return true;
}

export interface WatcherParts {
  /** Asks the CMS for its numbers; rejects when it gives none in time. */
  ask: () => Promise<Numbers>;
  now: Clock;
  /** Told when the CMS is lost, and when it is found again. */
  onChange?: (reachable: boolean) => void;
}

/**
 * Knows how often each kind of content has changed, as far as one process can: it asks twice a second, at once when a hook says so,
 * and when somebody reads and the last successful ask **began** too long ago (a busy event loop may have delayed the timer).
 */
export class Watcher {
  /** One more whenever a number has moved: a page that was fresh at this count is still fresh. */
  generation = 0;
  /** The numbers as last heard; none before the first answer. */
  numbers: Numbers | undefined;
  /** When the last successful ask began. What was committed before that is in `numbers`. */
  knownAt = -Infinity;
  /** Whether the CMS gave no answer when it was last asked. */
  away = false;
  /** How many asks in a row it has left without an answer: one may only have been slow. */
  unanswered = 0;
  /** When it last came back. */
  backAt = -Infinity;

  private asking: Promise<void> | undefined;
  private askAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: WatcherParts) {}

  start(): void {
    void this.askNow();
    this.timer = setInterval(() => {
      void this.ask();
    }, interval);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** True while what is known is young enough to answer by. */
  get known(): boolean {
    return this.parts.now() - this.knownAt <= knowledgeLasts;
  }

  /** Waits, together with all other readers, until the numbers are young enough; doesn't wait for a CMS that has not answered. */
  async learn(): Promise<void> {
    // A second round where an answer took so long, or the event loop stood still, that it was old when it came.
    for (let round = 0; round < 2 && !this.known && !this.away; round += 1) await this.ask();
  }

  /** Something has changed: asks once more, even if an ask that may have come too early is under way. */
  askNow(): Promise<void> {
    if (this.asking) this.askAgain = true;
    return this.ask();
  }

  private ask(): Promise<void> {
    this.asking ??= this.askOnce().finally(() => {
      this.asking = undefined;
      if (!this.askAgain) return;
      this.askAgain = false;
      void this.ask();
    });
    return this.asking;
  }

  private async askOnce(): Promise<void> {
    const began = this.parts.now();
    try {
      this.hear(await this.parts.ask());
      this.knownAt = began;
      if (this.away) this.backAt = this.parts.now();
      this.unanswered = 0;
      this.turn(false);
    } catch {
      this.unanswered += 1;
      this.turn(true);
    }
  }

  private hear(numbers: Numbers): void {
    const before = this.numbers;
    // Unequal, not greater: a restored backup counts from lower numbers.
    if (before && sameNumbers(before, numbers) && sameNumbers(numbers, before)) return;
    this.numbers = numbers;
    this.generation += 1;
  }

  private turn(away: boolean): void {
    if (this.away === away) return;
    this.away = away;
    this.parts.onChange?.(!away);
  }
}
