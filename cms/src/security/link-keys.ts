import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What links and numbers that only their holder may know are for; `docs/reference/links.md` explains each. */
export const linkPurposes = [
  'private link',
  'private code',
  'mailbox link',
  'decision link',
  'place link',
  'place confirmation',
  'certificate number',
  'certificate name',
  'message link',
  'call link',
  'call feed',
] as const;

/**
 * What the keys sign besides: the groups of networks that limit held seats, what was sent with a form, and the
 * addresses that have stopped all emails.
 */
const purposes = [...linkPurposes, 'network group', 'form content', 'unsubscribed address'] as const;
export type LinkPurpose = (typeof purposes)[number];

/**
 * Signs the parts of links, with a key of its own for each purpose (HKDF, RFC 5869): a link for one thing never opens
 * another. One of the parts is the secret of the row that the link opens, because numbers can be given again.
 */
export class LinkKeys {
  readonly #keys: ReadonlyMap<LinkPurpose, Buffer>;

  /** @param secret LINK_SECRET of the environment; another one ends every link that was made with it */
  constructor(secret: string) {
    this.#keys = new Map(
      purposes.map((purpose) => [purpose, Buffer.from(hkdfSync('sha256', secret, '', `quiet room ${purpose}`, 32))]),
    );
  }

  /** Returns the HMAC-SHA-256 of the parts, 32 bytes. */
  mac(purpose: LinkPurpose, ...parts: (string | number)[]): Buffer {
    const key = this.#keys.get(purpose);
    if (!key) throw new Error(`There is no key for “${purpose}”.`);
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  }

  /** Returns the same as 43 characters for an address (base64url, RFC 4648). */
  sign(purpose: LinkPurpose, ...parts: (string | number)[]): string {
    return this.mac(purpose, ...parts).toString('base64url');
  }

  /** Returns whether `shown` is the signature of the parts; compares in constant time. */
  verify(shown: string, purpose: LinkPurpose, ...parts: (string | number)[]): boolean {
    return isSameSecret(shown, this.sign(purpose, ...parts));
  }
}

/** Returns whether two secrets are equal; compares in constant time. */
export const isSameSecret = (shown: string, right: string): boolean => {
  const [given, wanted] = [Buffer.from(shown), Buffer.from(right)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/**
 * Returns the number of the row that a token names, in its first part. It is not known yet whether the token was made
 * with these keys: that takes the secret of the row.
 *
 * @param token as the contracts' schemas accept it
 */
export const rowNumberIn = (token: string): number => Number(token.split('.', 1)[0]);
