interface Flight<T> {
  generation: number;
  began: number;
  landing: Promise<T>;
}

/** A rendering that takes longer than this (milliseconds) is no longer waited for by those who come new. */
const lost = 10_000;

/**
 * One rendering for everybody who asks for the same page at the same time. It is joined only while the content has not moved since it
 * began: who comes after a change must not get a page from before it. They share the next one, which begins when this one is done,
 * so that a page that changes faster than it renders is rendered one after the other and not all at once.
 */
export class Flights<T> {
  private readonly under = new Map<string, Flight<T>>();
  private readonly next = new Map<string, Promise<T>>();

  /** `generation` counts the changes of the content so far. */
  constructor(
    private readonly now: () => number,
    private readonly generation: () => number,
  ) {}

  get size(): number {
    return this.under.size + this.next.size;
  }

  join(key: string, begin: () => Promise<T>): Promise<T> {
    const flight = this.under.get(key);
    if (!flight || this.now() - flight.began >= lost) return this.begin(key, begin);
    if (flight.generation === this.generation()) return flight.landing;
    const waiting = this.next.get(key);
    if (waiting) return waiting;
    const after = () => {
      this.next.delete(key);
      return this.begin(key, begin);
    };
    const following = flight.landing.then(after, after);
    this.next.set(key, following);
    return following;
  }

  private begin(key: string, begin: () => Promise<T>): Promise<T> {
    const mine: Flight<T> = { generation: this.generation(), began: this.now(), landing: begin() };
    this.under.set(key, mine);
    const land = () => {
      if (this.under.get(key) === mine) this.under.delete(key);
    };
    mine.landing.then(land, land);
    return mine.landing;
  }
}

/** What a promise gives, or undefined when it takes longer than `patience` milliseconds. */
export function within<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, patience, undefined);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (problem: unknown) => {
        clearTimeout(timer);
        reject(problem instanceof Error ? problem : new Error(String(problem)));
      },
    );
  });
}
