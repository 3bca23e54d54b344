/** Addresses that a library adds and no reader needs. They stay open to the process itself: policy pages are queried through one of them. */
const refused = [
  /^\/__/,
  /^\/_ipx(?:\/|$)/,
  /^\/_content(?:\/|$)/,
  /^\/api\/_/,
  /^\/_nuxt\/builds\//,
  /^\/_nuxt\/.*\.(?:js|wasm|map|json)(?:\.(?:gz|br))?$/,
];

/** Addresses that are answered for each request, by their own routes. */
const uncached = [/^\/media\//, /^\/hooks\//, /^\/api\//];

/**
 * Pages that are made for one reader at a time: never kept, by nobody, and in no search engine. `takes`: a form may be sent to it.
 * `secret`: its address is a secret, or was sealed, and goes to no other page as a referrer.
 */
const personal = [
  { pattern: /^\/blog\/[^/]+\/comment$/, takes: true, secret: false },
  { pattern: /^\/blog\/[^/]+\/comment\/thanks\/[^/]+$/, takes: false, secret: true },
  { pattern: /^\/blog\/[^/]+\/comments\/[^/]+$/, takes: false, secret: false },
  { pattern: /^\/comments\/[^/]+\/report$/, takes: true, secret: false },
  { pattern: /^\/comments\/[^/]+\/report\/thanks\/[^/]+$/, takes: false, secret: true },
  { pattern: /^\/your-comment$/, takes: true, secret: false },
  { pattern: /^\/your-comment\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/mail\/confirm\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/mail\/unsubscribe\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/decide\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/workshops\/[^/]+\/register$/, takes: true, secret: false },
  { pattern: /^\/workshops\/[^/]+\/register\/thanks\/[^/]+$/, takes: false, secret: true },
  { pattern: /^\/your-place\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/your-place\/confirm\/[^/]+$/, takes: true, secret: true },
  { pattern: /^\/your-place\/[^/]+\/(?:workshop\.ics|certificate\.pdf)$/, takes: false, secret: true },
  { pattern: /^\/certificates$/, takes: true, secret: false },
  { pattern: /^\/certificates\/[^/]+$/, takes: true, secret: true },
] as const;

const hook = /^\/hooks\/(?:content-changed|forget-threads)$/;

/** What the answers of personal pages say beside the site's own headers, names and values in turn. */
const never = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];
const neverNorTold = [...never, 'referrer-policy', 'no-referrer'];

const personalAt = (path: string) => personal.find(({ pattern }) => pattern.test(path));

export const isRefused = (path: string) => refused.some((pattern) => pattern.test(path));
export const isUncached = (path: string) => uncached.some((pattern) => pattern.test(path));

/** The headers of a personal page, whatever it answers; null for all other addresses. */
export function personalHeaders(path: string): readonly string[] | null {
  const page = personalAt(path);
  if (!page) return null;
  return page.secret ? neverNorTold : never;
}

/** The methods that an address takes, as the `Allow` header (RFC 9110 10.2.1) says them. */
export function allowedMethods(path: string): readonly string[] {
  if (hook.test(path)) return ['POST'];
  return personalAt(path)?.takes ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
}
