import { pageRules } from '#page-rules';
import { type FormPage, isFormPage } from '#server/forms/form-pages';

/** What a private path allows, and which headers its responses get. */
interface PathRule {
  pattern: RegExp;
  /** The handler of the form that is sent to it; null if there is none. */
  form: FormPage | null;
  /** Whether the URL is a secret, or contains sealed data, and must not reach another page as a referrer. */
  hasSecretUrl: boolean;
  /** Whether the page that is read is the same for everyone but for its form token, and comes from the page cache. */
  isSameForAll: boolean;
  /** Whether search engines may list it all the same. */
  isListed: boolean;
}

/** The private paths that are routes of the server. Pages declare themselves private with `definePageMeta`. */
const privateRoutes: readonly PathRule[] = [
  {
    pattern: /^\/blog\/[^/]+\/comments\/[^/]+$/,
    form: null,
    hasSecretUrl: false,
    isSameForAll: false,
    isListed: false,
  },
  {
    pattern: /^\/calendar\/[^/]+$/,
    form: null,
    hasSecretUrl: true,
    isSameForAll: false,
    isListed: false,
  },
  {
    pattern: /^\/your-call\/[^/]+\/call\.ics$/,
    form: null,
    hasSecretUrl: true,
    isSameForAll: false,
    isListed: false,
  },
  {
    pattern: /^\/your-place\/[^/]+\/(?:workshop\.ics|certificate\.pdf)$/,
    form: null,
    hasSecretUrl: true,
    isSameForAll: false,
    isListed: false,
  },
];

/** Every private path: never stored by browsers, and not indexed by search engines unless it says so. */
const privatePaths: readonly PathRule[] = [
  ...pageRules.map(({ pattern, form, hasSecretUrl, isSameForAll, isListed }) => ({
    pattern: new RegExp(pattern),
    form: form !== null && isFormPage(form) ? form : null,
    hasSecretUrl,
    isSameForAll,
    isListed,
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

const noStoreListed = ['cache-control', 'no-store'];
const noStore = [...noStoreListed, 'x-robots-tag', 'noindex'];
/** The window of a page with a secret URL is no other site's to keep hold of. */
const noOpener = ['cross-origin-opener-policy', 'same-origin'];
const noStoreNoReferrer = [...noStore, 'referrer-policy', 'no-referrer', ...noOpener];

const matches = (patterns: readonly RegExp[]) => (path: string) => patterns.some((pattern) => pattern.test(path));
const pathOf = (target: string) => target.split('?', 1)[0] ?? '';
const privateRule = (path: string) => privatePaths.find(({ pattern }) => pattern.test(path));

/** Returns whether a path takes a POST from anywhere and with any body: the secret in it is all that it needs. */
export const isOneClick = matches([oneClickPath]);
export const isInternal = matches(internalPaths);
export const isDynamic = matches(dynamicPaths);

/** Returns the headers of every response of a private path, names and values in turn; null for all other paths. */
export function privateHeaders(path: string): readonly string[] | null {
  const rule = privateRule(path);
  if (!rule) return null;
  if (rule.isListed) return noStoreListed;
  return rule.hasSecretUrl ? noStoreNoReferrer : noStore;
}

/** Returns the same by name, for a path with or without a query; none for a path that is not private. */
export function privateHeadersByName(target: string): Record<string, string> {
  const flat = privateHeaders(pathOf(target)) ?? [];
  return Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])));
}

/** Returns whether a private page comes from the page cache as long as it is only read. */
export const isSameForAll = (path: string): boolean => privateRule(path)?.isSameForAll ?? false;

/**
 * Returns which handler answers requests for a page with a form, and the parameters in its path; null for all other
 * paths.
 * @param target a canonical path and query
 */
export function formAt(target: string): { name: FormPage; parameters: Record<string, string> } | null {
  const path = pathOf(target);
  const rule = privateRule(path);
  if (!rule?.form) return null;
  const parameters = Object.entries(rule.pattern.exec(path)?.groups ?? {});
  return {
    name: rule.form,
    parameters: Object.fromEntries(parameters.map(([name, part]) => [name, decodeURIComponent(part)])),
  };
}

/**
 * Returns the methods that a path accepts.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1
 */
export function allowedMethods(path: string): readonly string[] {
  if (webhookPath.test(path)) return ['POST'];
  return privateRule(path)?.form ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
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
