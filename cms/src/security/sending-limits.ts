import { createHmac, randomBytes } from 'node:crypto';
import { type FixedWindowLimiter, mailboxKey, type SendingLimit } from 'shared';
import { createForgettingLimiter } from './forgetting-limiter';
import type { LimitSettings } from './limit-settings';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const maxKeys = 20_000;

/**
 * Returns the mailbox that an address means: `ann+news@example.org` reaches `ann@example.org`. Dots stay, because most
 * servers tell addresses with dots from those without.
 * @see https://www.rfc-editor.org/rfc/rfc5233 (subaddressing)
 */
export const mailboxOfAddress = (address: string): string => {
  const key = mailboxKey(address);
  const at = key.lastIndexOf('@');
  const [local = ''] = key.slice(0, at).split('+', 1);
  return `${local}${key.slice(at)}`;
};

const hoursPerDay = 24;

/** Which limit was reached, and when it can be tried again. */
interface LimitReached {
  readonly limit: SendingLimit;
  readonly retryAfterSeconds: number;
}

/** An email to an address that somebody typed. `network` is the contract's keyed hash. */
interface AskedEmail {
  readonly address: string;
  readonly network: string | null;
}

const currentHour = (): number => Math.floor(Date.now() / hourMs);

interface Counter {
  readonly limit: SendingLimit;
  readonly limiter: FixedWindowLimiter;
  readonly keyOf: (email: AskedEmail) => string | null;
}

/**
 * Limits emails to addresses that nobody has confirmed, so that no form of the site can be used to flood a third person.
 * It counts what is asked for and not what is sent, so that the limits say nothing about an address. Counts are in
 * memory, under hashes with a random key; each process counts for itself.
 */
export class SendingLimits {
  readonly #key = randomBytes(32);
  readonly #counters: readonly Counter[];
  /** How many were refused, by the hour since 1970. */
  readonly #refused = new Map<number, number>();

  constructor({ perMailbox, perMailboxOfNetwork, perNetwork, perHour }: LimitSettings['emails']) {
    const limiter = (limit: number, windowMs: number) => createForgettingLimiter({ limit, windowMs, maxKeys });
    const byNetwork = (network: string | null, rest = ''): string | null =>
      network === null ? null : `${network} ${rest}`;
    this.#counters = [
      {
        limit: 'mailbox',
        limiter: limiter(perMailboxOfNetwork, dayMs),
        keyOf: ({ address, network }) => byNetwork(network, mailboxOfAddress(address)),
      },
      { limit: 'mailbox', limiter: limiter(perMailbox, dayMs), keyOf: ({ address }) => mailboxOfAddress(address) },
      { limit: 'network', limiter: limiter(perNetwork, hourMs), keyOf: ({ network }) => byNetwork(network) },
      { limit: 'site', limiter: limiter(perHour, hourMs), keyOf: () => 'all' },
    ];
  }

  /**
   * Counts one email. Returns null if it may be sent, and otherwise the limit that was reached; then nothing is counted.
   *
   * @param nowMs milliseconds since 1970
   */
  consume(email: AskedEmail, nowMs: number): LimitReached | null {
    const counted: (() => void)[] = [];
    for (const { limit, limiter, keyOf } of this.#counters) {
      const key = keyOf(email);
      if (key === null) continue;
      const hash = this.#hashOf(key);
      const retryAfterSeconds = limiter.consume(hash, nowMs);
      if (retryAfterSeconds > 0) {
        for (const takeBack of counted) takeBack();
        this.#countRefusal();
        return { limit, retryAfterSeconds };
      }
      counted.push(() => limiter.refund(hash));
    }
    return null;
  }

  /**
   * Returns whether this network, or the whole site, may cause no more emails for now, whatever their address: so it can
   * be told to whoever asks without saying anything about an address.
   *
   * @param nowMs milliseconds since 1970
   */
  isExhausted(network: string | null, nowMs: number): boolean {
    return this.#counters
      .filter(({ limit }) => limit !== 'mailbox')
      .some(({ limiter, keyOf }) => {
        const key = keyOf({ address: '', network });
        if (key === null) return false;
        const hash = this.#hashOf(key);
        if (limiter.consume(hash, nowMs) > 0) return true;
        limiter.refund(hash);
        return false;
      });
  }

  /** Returns how many emails were refused in the last 24 hours, or since this process started. */
  get refusedInLastDay(): number {
    const now = currentHour();
    return [...this.#refused].reduce((sum, [hour, count]) => sum + (now - hour < hoursPerDay ? count : 0), 0);
  }

  #hashOf(key: string): string {
    return createHmac('sha256', this.#key).update(key).digest('base64');
  }

  #countRefusal(): void {
    const now = currentHour();
    this.#refused.set(now, (this.#refused.get(now) ?? 0) + 1);
    for (const hour of this.#refused.keys()) if (now - hour >= hoursPerDay) this.#refused.delete(hour);
  }
}
