/** What a path allows and which headers its responses get. */
export interface PathRule {
  pattern: RegExp;
  /** Whether a form may be posted to it. */
  acceptsForm: boolean;
  /** Whether the URL is a secret, or contains sealed data, and must not reach another page as a referrer. */
  hasSecretUrl: boolean;
}

/** Every private path: rendered for one reader at a time, never stored, not indexed by search engines. */
const privatePaths: readonly PathRule[] = [
  { pattern: /^\/blog\/[^/]+\/comment$/, acceptsForm: true, hasSecretUrl: false },
  { pattern: /^\/blog\/[^/]+\/comment\/thanks\/[^/]+$/, acceptsForm: false, hasSecretUrl: true },
  { pattern: /^\/blog\/[^/]+\/comments\/[^/]+$/, acceptsForm: false, hasSecretUrl: false },
  { pattern: /^\/comments\/[^/]+\/report$/, acceptsForm: true, hasSecretUrl: false },
  { pattern: /^\/comments\/[^/]+\/report\/thanks\/[^/]+$/, acceptsForm: false, hasSecretUrl: true },
  { pattern: /^\/your-comment$/, acceptsForm: true, hasSecretUrl: false },
  { pattern: /^\/your-comment\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/mail\/confirm\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/mail\/unsubscribe\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/decide\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/workshops\/[^/]+\/register$/, acceptsForm: true, hasSecretUrl: false },
  { pattern: /^\/workshops\/[^/]+\/register\/thanks\/[^/]+$/, acceptsForm: false, hasSecretUrl: true },
  { pattern: /^\/your-place\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/your-place\/confirm\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
  { pattern: /^\/your-place\/[^/]+\/(?:workshop\.ics|certificate\.pdf)$/, acceptsForm: false, hasSecretUrl: true },
  { pattern: /^\/certificates$/, acceptsForm: true, hasSecretUrl: false },
  { pattern: /^\/certificates\/[^/]+$/, acceptsForm: true, hasSecretUrl: true },
];

/** Paths that libraries add and readers do not need. Calls inside the process may use them: policy pages are queried through one. */
const internalPaths = [
  /^\/__/,
  /^\/_ipx(?:\/|$)/,
  /^\/_content(?:\/|$)/,
  /^\/api\/_/,
  /^\/_nuxt\/builds\//,
  /^\/_nuxt\/.*\.(?:js|wasm|map|json)(?:\.(?:gz|br))?$/,
];

/** Paths that bypass the page cache: their routes answer each request. */
const dynamicPaths = [/^\/media\//, /^\/webhooks\//, /^\/api\//];

const webhookPath = /^\/webhooks\/(?:content-changed|purge-threads)$/;

const noStore = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];
const noStoreNoReferrer = [...noStore, 'referrer-policy', 'no-referrer'];

const matches = (patterns: readonly RegExp[]) => (path: string) => patterns.some((pattern) => pattern.test(path));
const privateRule = (path: string) => privatePaths.find(({ pattern }) => pattern.test(path));

export const isInternal = matches(internalPaths);
export const isDynamic = matches(dynamicPaths);

/** Returns the headers of every response of a private path, names and values in turn; null for all other paths. */
export function privateHeaders(path: string): readonly string[] | null {
  const rule = privateRule(path);
  if (!rule) return null;
  return rule.hasSecretUrl ? noStoreNoReferrer : noStore;
}

/**
 * Returns the methods that a path accepts.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1
 */
export function allowedMethods(path: string): readonly string[] {
  if (webhookPath.test(path)) return ['POST'];
  return privateRule(path)?.acceptsForm ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
}
