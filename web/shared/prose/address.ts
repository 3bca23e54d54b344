/** A link that may stand on a page. `external` leads to another host: the browser then sends no referrer. */
export interface Address {
  href: string;
  external: boolean;
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);
// Browsers drop tabs and line breaks inside an address and read `\` as `/`: what hides a scheme or a host that way is refused.
// eslint-disable-next-line no-control-regex
const deceptive = /[\u0000-\u001f\u007f\\\u202a-\u202e\u2066-\u2069]/;

/**
 * The address that a person typed, if it is one that a link may have: http(s), mailto, tel, sms, a path of this site or
 * a fragment of this page. Anything else (`javascript:`, `data:`, `//host`, half an address) gives null, and its words
 * stand there as words.
 */
export function safeAddress(typed: string): Address | null {
  const href = typed.trim();
  if (href === '' || deceptive.test(href)) return null;
  if (href.startsWith('#')) return { href, external: false };
  if (href.startsWith('/')) return href.startsWith('//') ? null : { href, external: false };
  if (!URL.canParse(href)) return null;
  const { protocol } = new URL(href);
  if (!schemes.has(protocol)) return null;
  return { href, external: protocol === 'http:' || protocol === 'https:' };
}
