import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TokenForm } from '#server/forms/form-token';
import { addedTo, type FlatHeaders } from '#server/http/flat-headers';
import {
  chooseCoding,
  type Coding,
  codings,
  type EncodedBody,
  gzipped,
  isNotModified,
} from '#server/http/representation';
import type { TagVersions } from './tag-versions';
import { sendWithToken, type TokenPage, tokenPage } from './token-page';

/** A body in one coding with all its headers, prepared so that a response is one lookup and one write. */
interface Representation {
  body: Buffer;
  etag: string;
  headers: string[];
  notModifiedHeaders: string[];
}

/** A response of the site as the page cache stores it. Instants are milliseconds since 1970. */
export interface Entry {
  key: string;
  status: number;
  /** Its own headers (type, location, …), which replace those of the site. */
  ownHeaders: Readonly<Record<string, string>>;
  representations: Readonly<Partial<Record<Coding, Representation>> & { identity: Representation }>;
  /** When a feed or a calendar was rendered, for programs that ask by date only. */
  lastModified?: string;
  /**
   * The tags of the content that it shows, with their versions **before** it was rendered; null if they were unknown.
   */
  versions: TagVersions | null;
  /** The poller's epoch in which these versions were last found to be current. */
  validatedEpoch: number;
  renderStartedAt: number;
  /** When the clock alone makes it wrong. */
  expiresAt: number;
  /** Roughly how much memory it takes. */
  bytes: number;
  /** Whether every request that waited for this rendering may have it. */
  isShareable: boolean;
  /** The page around its form token, if it has one: each reader gets one of their own. */
  form?: TokenPage;
  /** Since when it is known to be stale. */
  staleSince?: number;
  /** When revalidating it last failed. */
  failedAt: number;
}

/** What an entry is made from, and what is stored of it on disk. */
export interface EntryParts {
  key: string;
  status: number;
  /** Length, coding, tag and the site's security headers are added. */
  ownHeaders: Readonly<Record<string, string>>;
  bodies: readonly EncodedBody[];
  versions: TagVersions | null;
  validatedEpoch: number;
  renderStartedAt: number;
  expiresAt: number;
  isShareable?: boolean;
}

/** What an entry takes beside its bodies, in bytes: headers, object, place in the map. */
const overheadBytes = 3000;

/** What programs subscribe to. Some of them remember no entity tag, only the date. */
const subscribedTypes = /^(?:application\/(?:rss\+xml|feed\+json)|text\/calendar)/;

const lastModifiedOf = ({ status, ownHeaders, renderStartedAt }: EntryParts): string | undefined =>
  status === 200 && subscribedTypes.test(ownHeaders['content-type'] ?? '')
    ? new Date(renderStartedAt).toUTCString()
    : undefined;

/** Of an entry's own headers, those of a response that says that nothing has changed. */
const keptWith304 = ['cache-control', 'cdn-cache-control', 'content-security-policy'];

function prepare(parts: EntryParts, encoded: EncodedBody<Coding>, security: FlatHeaders): Representation {
  const own = Object.entries(parts.ownHeaders).flat();
  const kept = keptWith304.flatMap((name) =>
    parts.ownHeaders[name] === undefined ? [] : [name, parts.ownHeaders[name]],
  );
  const vary = parts.bodies.length > 1 ? ['vary', 'accept-encoding'] : [];
  const lastModified = lastModifiedOf(parts);
  const dated = lastModified === undefined ? [] : ['last-modified', lastModified];
  const etag = parts.status === 200 ? ['etag', encoded.etag, ...dated] : [];
  const coding = encoded.coding === 'identity' ? [] : ['content-encoding', encoded.coding];
  return {
    body: encoded.body,
    etag: encoded.etag,
    headers: addedTo(security, [...own, ...coding, 'content-length', String(encoded.body.length), ...etag, ...vary]),
    // What would have been sent, without what describes the body: https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5
    // A browser takes them over into its copy, so the policy has to be that of the page.
    notModifiedHeaders: addedTo(security, [...kept, ...etag, ...vary]),
  };
}

/**
 * Returns an entry that is ready to be sent; `security` goes on every representation.
 * @throws when there is no body without a coding
 */
export function makeEntry(parts: EntryParts, security: FlatHeaders): Entry {
  const { key, status, ownHeaders, bodies, versions, validatedEpoch, renderStartedAt, expiresAt } = parts;
  const [identity, br] = (['identity', 'br'] as const).map((coding) => bodies.find((body) => body.coding === coding));
  if (!identity) throw new TypeError('A cache entry needs an uncompressed body.');
  let gzip: Representation | undefined;
  return {
    key,
    status,
    ownHeaders,
    versions,
    validatedEpoch,
    renderStartedAt,
    expiresAt,
    lastModified: lastModifiedOf(parts),
    representations: {
      identity: prepare(parts, identity, security),
      br: br && prepare(parts, br, security),
      get gzip() {
        return br && (gzip ??= prepare(parts, gzipped(identity), security));
      },
    },
    // What gzip will take if somebody asks for it is about what brotli takes.
    bytes: overheadBytes + key.length * 2 + identity.body.length + 2 * (br?.body.length ?? 0),
    isShareable: parts.isShareable ?? true,
    form: tokenPage(identity.body, addedTo(security, Object.entries(ownHeaders).flat())),
    failedAt: -Infinity,
  };
}

/**
 * Browsers send a few dozen different `Accept-Encoding` headers; remembering them saves parsing. Others are parsed each
 * time.
 */
const maxRememberedHeaders = 200;
const rememberedCodings = new Map<string, Coding>();

function preferredCoding(acceptEncoding: string): Coding {
  const remembered = rememberedCodings.get(acceptEncoding);
  if (remembered) return remembered;
  const coding = chooseCoding(acceptEncoding, codings);
  if (rememberedCodings.size < maxRememberedHeaders) rememberedCodings.set(acceptEncoding, coding);
  return coding;
}

function chooseRepresentation({ representations }: Entry, acceptEncoding: string | undefined): Representation {
  if (acceptEncoding === undefined) return representations.identity;
  const preferred = representations[preferredCoding(acceptEncoding)];
  if (preferred) return preferred;
  const available = codings.filter((coding) => representations[coding]);
  return representations[chooseCoding(acceptEncoding, available)] ?? representations.identity;
}

/** Makes the token of a form for whoever asks for its page. */
export type CreateToken = (form: TokenForm) => string;

/**
 * Sends an entry in the coding that the client prefers, or 304 if the client has it, by entity tag or date. A page with
 * a form gets a token of its own each time.
 */
export function sendEntry(req: IncomingMessage, res: ServerResponse, entry: Entry, createToken: CreateToken): void {
  const acceptEncoding = req.headers['accept-encoding'];
  if (entry.form) {
    const token = Buffer.from(createToken(entry.form.token));
    const takesGzip = chooseCoding(acceptEncoding, ['gzip', 'identity']) === 'gzip';
    sendWithToken(req, res, entry.status, { page: entry.form, token, takesGzip });
    return;
  }
  const { body, etag, headers, notModifiedHeaders } = chooseRepresentation(entry, acceptEncoding);
  const { 'if-none-match': ifNoneMatch, 'if-modified-since': ifModifiedSince } = req.headers;
  if (entry.status === 200 && isNotModified({ ifNoneMatch, ifModifiedSince }, etag, entry.lastModified)) {
    res.writeHead(304, notModifiedHeaders);
    res.end();
    return;
  }
  res.writeHead(entry.status, headers);
  res.end(req.method === 'HEAD' ? undefined : body);
}
