import type { Coding } from '#server/http/negotiation';
import type { Representation } from './representation';
import type { Numbers } from './version-watcher';

/** Header names and values in turn, as `writeHead` likes them best. */
export type FlatHeaders = readonly string[];

/** One form of an answer with everything that is sent, made ready so that answering is one lookup and one write. */
export interface Form {
  body: Buffer;
  etag: string;
  headers: FlatHeaders;
  notModified: FlatHeaders;
}

/** An answer of the site as the cache keeps it. Instants are milliseconds since 1970. */
export interface Entry {
  key: string;
  status: number;
  forms: Readonly<Partial<Record<Coding, Form>> & { identity: Form }>;
  /** The kinds of content that it is made of, with their numbers as known **before** it was rendered; null if they were not known. */
  numbers: Numbers | null;
  /** The watcher's count when these numbers were last found to hold. */
  generation: number;
  /** When its rendering began. */
  began: number;
  /** When the clock alone makes it wrong. */
  endsAt: number;
  /** How much memory it takes, about. */
  bytes: number;
  /** Whether everybody who waited for it may have it. */
  shared: boolean;
  usedAt: number;
  /** Since when it is known to be out of date. */
  staleSince?: number;
  /** When a new rendering last failed. */
  failedAt: number;
}

/** What an entry is made from, and what is kept of it on disk. */
export interface EntryParts {
  key: string;
  status: number;
  /** Its own headers (type, location, …); length, coding, tag and the site's security headers come with the form. */
  own: Readonly<Record<string, string>>;
  representations: readonly Representation[];
  numbers: Numbers | null;
  generation: number;
  began: number;
  endsAt: number;
  shared?: boolean;
}

/** What an entry weighs beside its bodies: headers, object, place in the map. */
const overhead = 3000;

function formOf(parts: EntryParts, form: Representation, security: FlatHeaders): Form {
  const own = Object.entries(parts.own).flat();
  const vary = parts.representations.length > 1 ? ['vary', 'accept-encoding'] : [];
  const tag = parts.status === 200 ? ['etag', form.etag] : [];
  const coding = form.coding === 'identity' ? [] : ['content-encoding', form.coding];
  return {
    body: form.body,
    etag: form.etag,
    headers: [...own, ...coding, 'content-length', String(form.body.length), ...tag, ...vary, ...security],
    // RFC 9110 15.4.5: what would have been sent, but nothing that describes the body.
    notModified: ['cache-control', parts.own['cache-control'] ?? 'no-cache', ...tag, ...vary, ...security],
  };
}

/** Makes an answer ready to be sent: `security` goes on every form of it. */
export function makeEntry(parts: EntryParts, security: FlatHeaders): Entry {
  const forms = Object.fromEntries(parts.representations.map((form) => [form.coding, formOf(parts, form, security)]));
  const { key, status, numbers, generation, began, endsAt } = parts;
  return {
    key,
    status,
    numbers,
    generation,
    began,
    endsAt,
    forms: forms as Entry['forms'],
    bytes: parts.representations.reduce((sum, form) => sum + form.body.length, overhead + key.length * 2),
    shared: parts.shared ?? true,
    usedAt: began,
    failedAt: -Infinity,
  };
}
