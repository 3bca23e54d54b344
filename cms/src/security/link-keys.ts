import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const purposes = [
  'private link',
  'private code',
  'mailbox link',
  'decision link',
  'place link',
  'place confirmation',
  'certificate number',
  'certificate name',
] as const;
export type LinkPurpose = (typeof purposes)[number];

/**
 * Signs the parts of links, with a key of its own for each purpose (HKDF, RFC 5869): a link for one thing never opens
 * another.
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
    const given = Buffer.from(shown);
    const right = Buffer.from(this.sign(purpose, ...parts));
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
