import { randomUUID } from 'node:crypto';
import { IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { H3Event } from 'h3';
import { readAnyForm, readForm } from '#server/forms/read-form';
import { type CreateToken, sendEntry } from '#server/page-cache/entry';
import type { PageCache } from '#server/page-cache/page-cache';
import { discardBody } from './body';
import { type CanonicalUrl, canonicalUrl, originForm } from './canonical-url';
import { addedTo, type FlatHeaders, pairs } from './flat-headers';
import { allowedMethods, isDynamic, isInternal, isOneClick, isSameForAll, privateHeaders } from './path-rules';
import { plainPage, type PlainStatus } from './plain-page';

export interface PipelineOptions {
  pages: Pick<PageCache, 'get'>;
  createToken: CreateToken;
  /** The headers of every response. */
  security: FlatHeaders;
  siteUrl: string;
  /** Whether a path is a file of the build. */
  isAsset: (path: string) => boolean;
}

/**
 * For files whose name does not change with their content, such as the icons; those with a hash in their name say so
 * themselves.
 */
const oneDay = ['cache-control', 'public, max-age=86400'];

/** The security headers that a route may set more strictly or more openly for its own response. */
const overridable = new Set(['content-security-policy', 'cross-origin-resource-policy']);

type Handler = (event: H3Event) => unknown;
type Pipeline = PipelineOptions & { inner: Handler };
type Canonical = Pick<Extract<CanonicalUrl, { kind: 'canonical' }>, 'path' | 'key'>;
type Redirect = Pick<Extract<CanonicalUrl, { kind: 'redirect' }>, 'path' | 'to'>;

interface ExtraHeaders {
  /** Replace whatever the response says. */
  always?: FlatHeaders;
  /** Only where the response does not say otherwise. */
  byDefault?: FlatHeaders;
}

/**
 * Adds headers at the moment when the response is written, whoever writes it: at any earlier moment a library could
 * remove them. The reason phrase is that of the status: libraries repeat the path in theirs.
 */
function addHeadersOnWrite(res: ServerResponse, security: FlatHeaders, extra: ExtraHeaders): void {
  const writeHead = res.writeHead.bind(res);
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    for (const [name, value] of pairs(security)) {
      if (!(overridable.has(name) && res.hasHeader(name))) res.setHeader(name, value);
    }
    for (const [name, value] of pairs(extra.always ?? [])) res.setHeader(name, value);
    for (const [name, value] of pairs(extra.byDefault ?? [])) if (!res.hasHeader(name)) res.setHeader(name, value);
    res.removeHeader('x-powered-by');
    const [status, ...more] = args;
    const headers = more.find((one) => typeof one === 'object');
    res.statusMessage = STATUS_CODES[status] ?? '';
    return writeHead(status, headers);
  }) as typeof res.writeHead;
}

/**
 * Lets a HEAD request be answered as GET is: Nitro would find no route for it. Node sends no body all the same, because
 * the response was made for HEAD, but would leave out its length as well.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
 */
function answerAsGet({ req, res }: H3Event['node']): void {
  if (req.method !== 'HEAD') return;
  req.method = 'GET';
  const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse;
  res.end = ((...args: unknown[]) => {
    const [body] = args;
    if (!res.headersSent && !res.hasHeader('content-length') && (typeof body === 'string' || Buffer.isBuffer(body)))
      res.setHeader('content-length', Buffer.byteLength(body));
    return end(...args);
  }) as typeof res.end;
}

/** Sends a plain page instead of asking Nitro. `extra` are further headers. */
function reject({ security }: Pipeline, { node }: H3Event, status: PlainStatus, extra: FlatHeaders = []): void {
  const { req, res } = node;
  if (req.method === 'POST') discardBody(req);
  const body = plainPage(status);
  const own = ['content-type', 'text/html; charset=utf-8', 'cache-control', 'no-store'];
  res.writeHead(status, [...own, 'content-length', String(body.length), ...addedTo(security, extra)]);
  res.end(req.method === 'HEAD' ? undefined : body);
}

function redirect({ security }: Pipeline, { node: { res } }: H3Event, { path, to }: Redirect): void {
  const headers = addedTo(security, privateHeaders(path) ?? ['cache-control', 'no-cache']);
  res.writeHead(301, ['location', to, 'content-length', '0', ...headers]);
  res.end();
}

/** Lets Nitro respond. The request gets an id, which the response, the site's log and the CMS's log all have. */
function handOn({ security, inner }: Pipeline, event: H3Event, { always = [], byDefault }: ExtraHeaders = {}): unknown {
  const { req, res } = event.node;
  event.context.requestId = randomUUID();
  answerAsGet(event.node);
  addHeadersOnWrite(res, security, { always: ['x-request-id', event.context.requestId, ...always], byDefault });
  // Errors are shown as pages for people; Nitro's JSON would say what went wrong inside.
  req.headers.accept = 'text/html';
  return inner(event);
}

async function handOnForm(pipeline: Pipeline, event: H3Event, { path }: Canonical, always: FlatHeaders) {
  const { req } = event.node;
  // Rejects when the client has gone away: then nobody waits for a response.
  const form = await (isOneClick(path) ? readAnyForm(req) : readForm(req, pipeline.siteUrl)).catch(() => null);
  if (!form) return undefined;
  if ('rejected' in form) return reject(pipeline, event, form.rejected, always);
  event.context.form = form.fields;
  return handOn(pipeline, event, { always });
}

/** Serves an allowed request for a canonical URL: a private page, a dynamic path, a file of the build or a page. */
function serve(pipeline: Pipeline, event: H3Event, url: Canonical & { isRead: boolean }): unknown {
  const { path, key, isRead } = url;
  const always = privateHeaders(path);
  if (always && !(isRead && isSameForAll(path)))
    return isRead ? handOn(pipeline, event, { always }) : handOnForm(pipeline, event, url, always);
  if (!isRead || isDynamic(path)) return handOn(pipeline, event);
  if (pipeline.isAsset(path)) return handOn(pipeline, event, { byDefault: oneDay });
  return pipeline.pages.get(key).then((entry) => {
    sendEntry(event.node.req, event.node.res, entry, pipeline.createToken);
  });
}

/**
 * Reads the URL of a request. A form is taken at its own path in whatever spelling: after a redirect, browsers would
 * not send it again.
 */
function readUrl(req: IncomingMessage, target: string, isRead: boolean): CanonicalUrl {
  const url = canonicalUrl(target);
  if (isRead || url.kind !== 'redirect' || !allowedMethods(url.path).includes(req.method ?? '')) return url;
  req.url = url.to;
  return canonicalUrl(url.to);
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/**
 * Sends the page that a request names from the page cache, if it is certain to be fresh, and returns whether it did.
 * Nearly every request ends here, before there is an event of h3 for it.
 */
export function sendIfFresh(
  { pages, createToken }: { pages: Pick<PageCache, 'getFresh'>; createToken: CreateToken },
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const fresh = isReading(req) ? pages.getFresh(originForm(req.url ?? '/')) : undefined;
  if (fresh) sendEntry(req, res, fresh, createToken);
  return fresh !== undefined;
}

/**
 * Returns the handler of every other request from outside: it checks the URL and the method, serves from the page
 * cache, and adds headers to whatever `inner` (Nitro) answers. Calls inside the process, such as a rendering, go
 * straight to `inner`.
 */
export function createPipeline(options: PipelineOptions, inner: Handler): Handler {
  const pipeline = { ...options, inner };
  return (event) => {
    const { req } = event.node;
    // Not by the socket's address: it is gone when a client disconnects, and a Unix socket has none.
    if (!(req instanceof IncomingMessage)) return inner(event);
    const target = originForm(req.url ?? '/');
    req.url = target;
    const isRead = isReading(req);
    const url = readUrl(req, target, isRead);
    if (url.kind === 'invalid') return reject(pipeline, event, url.status);
    if (url.kind === 'redirect')
      return isRead ? redirect(pipeline, event, url) : reject(pipeline, event, 405, ['allow', 'GET, HEAD']);
    if (isInternal(url.path)) return reject(pipeline, event, 404);
    const allowed = allowedMethods(url.path);
    if (!allowed.includes(req.method ?? '')) return reject(pipeline, event, 405, ['allow', allowed.join(', ')]);
    return serve(pipeline, event, { ...url, isRead });
  };
}
