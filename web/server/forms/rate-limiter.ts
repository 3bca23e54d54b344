import { createHmac, randomBytes } from 'node:crypto';
import { Attempts } from 'shared';

const minute = 60_000;
const hour = 60 * minute;
/** Networks that are remembered for one kind: a few megabytes at the very most. */
const remembered = 20_000;

/** How many posts one network may make: windows in milliseconds. */
const allowed = {
  comment: [
    { most: 3, window: minute },
    { most: 8, window: hour },
  ],
  registration: [
    { most: 5, window: 10 * minute },
    { most: 12, window: hour },
  ],
  report: [{ most: 10, window: hour }],
  code: [{ most: 10, window: hour }],
  other: [{ most: 60, window: hour }],
} as const;

export type LimitedAct = keyof typeof allowed;

export interface LimitsParts {
  now: () => number;
  /** `FORM_LIMITS=off` for measurements; nothing else should. */
  off: boolean;
}

/**
 * Counts what one network sends. Addresses are never kept: a hash of the network under a random key of this process is, until its
 * window is over and an hour at most. Several processes count for themselves.
 */
export class Limits {
  private readonly key = randomBytes(32);
  private readonly counts: Record<LimitedAct, Attempts[]>;

  constructor(private readonly parts: LimitsParts) {
    const counting = (act: LimitedAct) => allowed[act].map((limit) => new Attempts({ ...limit, remembered }));
    this.counts = {
      comment: counting('comment'),
      registration: counting('registration'),
      report: counting('report'),
      code: counting('code'),
      other: counting('other'),
    };
  }

  /** Takes one act of a network. Gives 0 if it may go ahead, else how many seconds to wait. */
  take(act: LimitedAct, network: string): number {
    if (this.parts.off) return 0;
    const now = this.parts.now();
    const who = createHmac('sha256', this.key).update(network).digest('base64');
    const waits = this.counts[act].map((count) => count.take(who, now));
    const wait = Math.max(...waits);
    // What one limit refuses is not counted by the other.
    if (wait > 0)
      this.counts[act].forEach((count, at) => {
        if (waits[at] === 0) count.giveBack(who);
      });
    return wait;
  }

  /** Forgets whose time is over; to be called every minute. */
  forget(): void {
    const now = this.parts.now();
    for (const counts of Object.values(this.counts)) for (const count of counts) count.forget(now);
  }

  /** How many hashes are kept. */
  get size(): number {
    return Object.values(this.counts)
      .flat()
      .reduce((sum, count) => sum + count.size, 0);
  }
}
