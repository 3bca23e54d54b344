import { pageRules } from '#page-rules';

/** What a private path allows, and which headers its responses get. */
interface PathRule {
  pattern: RegExp;
  acceptsForm: boolean;
  /** Whether the URL is a secret, or contains sealed data, and must not reach another page as a referrer. */
  hasSecretUrl: boolean;
}

/** The private paths that are routes of the server. Pages declare themselves private with `definePageMeta`. */
const privateRoutes: readonly PathRule[] = [
  { pattern: /^\/blog\/[^/]+\/comments\/[^/]+$/, acceptsForm: false, hasSecretUrl: false },
  { pattern: /^\/your-place\/[^/]+\/(?:workshop\.ics|certificate\.pdf)$/, acceptsForm: false, hasSecretUrl: true },
];

/** Every private path: rendered for one reader at a time, never stored, not indexed by search engines. */
const privatePaths: readonly PathRule[] = [
  ...pageRules.map(({ pattern, form, hasSecretUrl }) => ({
    pattern: new RegExp(pattern),
    acceptsForm: form !== null,
    hasSecretUrl,
  })),
  ...privateRoutes,
];

/**
 * Paths that libraries add and readers do not need. Calls inside the process may use them: policy pages are queried
 * through one.
 */
const internalPaths = [
  /^\/__/,
  /^\/_ipx(?:\/|$)/,
  /^\/_content(?:\/|$)/,
  /^\/api\/_/,
  /^\/_nuxt\/builds\//,
  /^\/_nuxt\/.*\.(?:js|wasm|map|json)(?:\.(?:gz|br))?$/,
];

/** Paths that bypass the page cache: their routes answer each request. */
const dynamicPaths = [/^\/media\//, /^\/webhooks\//, /^\/api\//, /^\/_(?:health|ready|ready\.txt)$/];

const webhookPath = /^\/webhooks\/(?:content-changed|purge-threads)$/;

/** Where mail programs post to by themselves, in whatever way they like (RFC 8058). */
const oneClickPath = /^\/mail\/unsubscribe\/[^/]+$/;

const noStore = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];
const noStoreNoReferrer = [...noStore, 'referrer-policy', 'no-referrer'];

const matches = (patterns: readonly RegExp[]) => (path: string) => patterns.some((pattern) => pattern.test(path));
const privateRule = (path: string) => privatePaths.find(({ pattern }) => pattern.test(path));

/** Returns whether a path takes a POST from anywhere and with any body: the secret in it is all that it needs. */
export const isOneClick = matches([oneClickPath]);
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

/** Paths with names that are files, whose capitals make a difference. */
const exactPaths = [/^\/_/, /^\/media\//];

/**
 * Returns a path in lower case, as all pages have it, but for secrets: in them, capitals make a difference.
 * @param path without escapes
 */
export function inLowerCase(path: string): string {
  const lower = path.toLowerCase().normalize('NFC');
  if (lower === path || exactPaths.some((pattern) => pattern.test(lower))) return path;
  const rule = privateRule(lower);
  if (!rule?.hasSecretUrl) return lower;
  const [typed, parts] = [path.split('/'), lower.split('/')];
  // A part that may be anything else just as well is no name that the site chose.
  const isChosen = (at: number) => !rule.pattern.test(parts.with(at, '~').join('/'));
  return parts.map((part, at) => (isChosen(at) ? part : typed[at])).join('/');
}
