export interface AttemptLimits {
  /** How many within one window. */
  most: number;
  /** Milliseconds. */
  window: number;
  /** How many addresses are remembered; beyond that the oldest are forgotten, so that memory stays bounded. */
  remembered: number;
}

interface Count {
  since: number;
  attempts: number;
}

/** Counts attempts by key in fixed windows, in memory: with several processes each counts for itself. */
export class Attempts {
  readonly #counts = new Map<string, Count>();

  constructor(private readonly limits: AttemptLimits) {}

  /**
   * Takes one attempt.
   *
   * @param now milliseconds
   * @returns 0 if it may go ahead, else the seconds until the next one may
   */
  take(key: string, now: number): number {
    const { most, window } = this.limits;
    const known = this.#counts.get(key);
    const count = known && now - known.since < window ? known : { since: now, attempts: 0 };
    if (count.attempts >= most) return Math.ceil((count.since + window - now) / 1000);
    count.attempts += 1;
    this.#remember(key, count);
    return 0;
  }

  /** Gives one attempt back: it was no guess, it was right. */
  giveBack(key: string): void {
    const count = this.#counts.get(key);
    if (count && count.attempts > 0) count.attempts -= 1;
  }

  /** Forgets all whose window is over: what is not needed to count any more is not kept either. */
  forget(now: number): void {
    for (const [key, { since }] of this.#counts) if (now - since >= this.limits.window) this.#counts.delete(key);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#counts.size;
  }

  #remember(key: string, count: Count): void {
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size <= this.limits.remembered) return;
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
