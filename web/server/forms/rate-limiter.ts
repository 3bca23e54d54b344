import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { FixedWindowLimiter, forwardedAddress, networkOf } from 'shared';

const minute = 60_000;
const hour = 60 * minute;
/** How many networks are remembered for one limit: a few megabytes at most. */
const maxNetworks = 20_000;

/** How many requests one network may make; windows in milliseconds. `docs/reference/permissions.md` lists them. */
export const limits = {
  comment: [
    { limit: 3, windowMs: minute },
    { limit: 8, windowMs: hour },
  ],
  registration: [
    { limit: 5, windowMs: 10 * minute },
    { limit: 12, windowMs: hour },
  ],
  contact: [
    { limit: 4, windowMs: 10 * minute },
    { limit: 10, windowMs: hour },
  ],
  call: [
    { limit: 6, windowMs: 10 * minute },
    { limit: 15, windowMs: hour },
  ],
  report: [{ limit: 10, windowMs: hour }],
  /** Codes and names that could be guessed. */
  guess: [{ limit: 10, windowMs: hour }],
  other: [{ limit: 60, windowMs: hour }],
} as const;

export type LimitName = keyof typeof limits;

export interface RateLimiterOptions {
  /** Milliseconds. */
  now: () => number;
  /** True only with `FORM_LIMITS=off`, for measurements. */
  isOff: boolean;
}

/**
 * Limits what one network may send. Addresses are not stored: a hash of the network under a random key of this process
 * is, until its window ends, an hour at most. Several processes count separately.
 */
export class RateLimiter {
  private readonly key = randomBytes(32);
  private readonly windows: Record<LimitName, FixedWindowLimiter[]>;

  constructor(private readonly options: RateLimiterOptions) {
    const windowsOf = (name: LimitName) =>
      limits[name].map((window) => new FixedWindowLimiter({ ...window, maxKeys: maxNetworks }));
    this.windows = {
      comment: windowsOf('comment'),
      registration: windowsOf('registration'),
      contact: windowsOf('contact'),
      call: windowsOf('call'),
      report: windowsOf('report'),
      guess: windowsOf('guess'),
      other: windowsOf('other'),
    };
  }

  /** Counts one request of a network. Returns 0 if it may go ahead, or else how many seconds to wait. */
  consume(name: LimitName, network: string): number {
    if (this.options.isOff) return 0;
    const now = this.options.now();
    const hash = createHmac('sha256', this.key).update(network).digest('base64');
    const windows = this.windows[name];
    const waits = windows.map((window) => window.consume(hash, now));
    const wait = Math.max(...waits);
    // A request that one window refuses is not counted by the other.
    if (wait > 0)
      windows.forEach((window, at) => {
        if (waits[at] === 0) window.refund(hash);
      });
    return wait;
  }

  /** Deletes the networks whose window has ended; to be called every minute. */
  deleteExpired(): void {
    const now = this.options.now();
    for (const window of Object.values(this.windows).flat()) window.deleteExpired(now);
  }

  /** How many hashes are stored. */
  get size(): number {
    return Object.values(this.windows)
      .flat()
      .reduce((sum, window) => sum + window.size, 0);
  }
}

/**
 * Returns a network as the CMS may know it, to limit what one network causes: a keyed hash of 128 bits, the same in every
 * process of the site. Null for a network that is not known.
 */
export const hashNetwork = (key: Buffer, network: string): string | null =>
  network === '' ? null : createHmac('sha256', key).update(network).digest().subarray(0, 16).toString('base64url');

/**
 * Returns the network that a request comes from. Behind the site's own front server that is the last entry of
 * X-Forwarded-For, which the front server wrote itself; the entries before it, and all of them without a front server,
 * are whatever the client claims.
 */
export function networkOfRequest(req: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = forwardedAddress(String(req.headers['x-forwarded-for'] ?? ''));
  const address = isBehindProxy && isIP(forwarded) ? forwarded : (req.socket.remoteAddress ?? '');
  return networkOf(address);
}
