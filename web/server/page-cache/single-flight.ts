interface InFlight<T> {
  epoch: number;
  startedAt: number;
  promise: Promise<T>;
}

/** New requests no longer join a call that has been running for this long, in milliseconds. */
const abandonedAfterMs = 10_000;

/**
 * Lets everyone who asks for the same key at the same time share one call. A call is only joined while the content has
 * not changed since it started: a request that comes after a change must not get a page from before it. Such requests
 * share the next call, which starts when the current one has ended, so that a page that changes faster than it renders
 * is rendered one call after the other.
 */
export class SingleFlight<T> {
  private readonly running = new Map<string, InFlight<T>>();
  private readonly queued = new Map<string, Promise<T>>();

  /**
   * @param now milliseconds
   * @param epoch counts the changes of the content so far
   */
  constructor(
    private readonly now: () => number,
    private readonly epoch: () => number,
  ) {}

  get size(): number {
    return this.running.size + this.queued.size;
  }

  /** Joins the call in flight for `key`, or makes a new one with `call`. */
  run(key: string, call: () => Promise<T>): Promise<T> {
    const current = this.running.get(key);
    if (!current || this.now() - current.startedAt >= abandonedAfterMs) return this.start(key, call);
    if (current.epoch === this.epoch()) return current.promise;
    const queued = this.queued.get(key);
    if (queued) return queued;
    const startNext = () => {
      this.queued.delete(key);
      return this.start(key, call);
    };
    const next = current.promise.then(startNext, startNext);
    this.queued.set(key, next);
    return next;
  }

  private start(key: string, call: () => Promise<T>): Promise<T> {
    const started: InFlight<T> = { epoch: this.epoch(), startedAt: this.now(), promise: call() };
    this.running.set(key, started);
    const end = () => {
      if (this.running.get(key) === started) this.running.delete(key);
    };
    started.promise.then(end, end);
    return started.promise;
  }
}

/**
 * Returns what a promise resolves to, or undefined when it takes longer than `timeoutMs`. Rejects as the promise does.
 */
export function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, timeoutMs, undefined);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
