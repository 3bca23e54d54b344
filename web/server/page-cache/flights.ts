import type { Clock } from './watcher';

interface Flight<T> {
  generation: number;
  began: number;
  landing: Promise<T>;
}

/** A rendering that takes longer than this (milliseconds) is no longer waited for by those who come new. */
const lost = 10_000;

/**
 * One rendering for everybody who asks for the same page at the same time. It is joined only while the content has not moved since it
 * began: who comes after a change must not get a page from before it.
 */
export class Flights<T> {
  private readonly under = new Map<string, Flight<T>>();

  constructor(private readonly now: Clock) {}

  get size(): number {
    return this.under.size;
  }

  join(key: string, generation: number, begin: () => Promise<T>): Promise<T> {
    const flight = this.under.get(key);
    if (flight && flight.generation === generation && this.now() - flight.began < lost) return flight.landing;
    const mine: Flight<T> = { generation, began: this.now(), landing: begin() };
    this.under.set(key, mine);
    const land = () => { if (this.under.get(key) === mine) this.under.delete(key); };
    mine.landing.then(land, land);
    return mine.landing;
  }
}

/** What a promise gives, or undefined when it takes longer than `patience` milliseconds. */
export function within<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, patience, undefined);
    promise.then((value) => { clearTimeout(timer); resolve(value); }, (problem: unknown) => {
      clearTimeout(timer);
      reject(problem instanceof Error ? problem : new Error(String(problem)));
    });
  });
}
