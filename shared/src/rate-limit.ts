export interface WindowLimit {
  /** How many requests of one key are allowed within one window. */
  limit: number;
  windowMs: number;
  /** How many keys are stored; beyond that the oldest is deleted, so that memory stays bounded. */
  maxKeys: number;
}

interface Window {
  startedAt: number;
  count: number;
}

/**
 * Limits requests by key, in fixed windows that begin with a key's first request. The counts are in memory: with several
 * processes, each counts for itself. Instants are milliseconds.
 */
export class FixedWindowLimiter {
  readonly #windows = new Map<string, Window>();

  constructor(private readonly options: WindowLimit) {}

  /**
   * Counts one request.
   *
   * @returns 0 if it may go ahead, or else the seconds until the next one may
   */
  consume(key: string, now: number): number {
    const { limit, windowMs } = this.options;
    const stored = this.#windows.get(key);
    const window = stored && now - stored.startedAt < windowMs ? stored : { startedAt: now, count: 0 };
    if (window.count >= limit) return Math.ceil((window.startedAt + windowMs - now) / 1000);
    window.count += 1;
    this.#store(key, window);
    return 0;
  }

  /** Takes back one counted request, such as a password that turned out to be right. */
  refund(key: string): void {
    const window = this.#windows.get(key);
    if (window && window.count > 0) window.count -= 1;
  }

  /** Deletes the keys whose window has ended: what is no longer needed for counting is not stored either. */
  deleteExpired(now: number): void {
    for (const [key, { startedAt }] of this.#windows)
      if (now - startedAt >= this.options.windowMs) this.#windows.delete(key);
  }

  /** How many keys are stored. */
  get size(): number {
    return this.#windows.size;
  }

  #store(key: string, window: Window): void {
    this.#windows.delete(key);
    this.#windows.set(key, window);
    if (this.#windows.size <= this.options.maxKeys) return;
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined) this.#windows.delete(oldest);
  }
}

/**
 * Returns the visitor's address as the front server wrote it into `X-Forwarded-For`: the last one, without a port or
 * brackets (`192.0.2.1:401`, `[2001:db8::1]:443`). It may be no address at all: the caller checks that.
 */
export const forwardedAddress = (header: string): string => {
  const last = header.slice(header.lastIndexOf(',') + 1).trim();
  return /^\[([^\]]*)\](?::\d+)?$/.exec(last)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(last)?.[1] ?? last;
};

const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'));

/**
 * Returns the network to limit for an IP address: an IPv4 address itself, or the first 56 bits of an IPv6 address, because
 * providers give a household up to 256 networks of 64 bits. An IPv4-mapped address (`::ffff:192.0.2.1`) counts as IPv4.
 *
 * @param address a valid IP address
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 * @see https://www.rfc-editor.org/rfc/rfc6177 about what a site is given
 */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [before = '', after] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const head = groupsOf(before);
  const tail = after === undefined ? [] : groupsOf(after);
  const middle = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const [first = 0, second = 0, third = 0, fourth = 0] = [...head, ...middle, ...tail].map((group) =>
    parseInt(group, 16),
  );
  // Of the fourth group, the last 8 bits tell the networks of one household apart.
  return [first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':');
};
