import { IncomingMessage, type ServerResponse } from 'node:http';
import type { H3Event } from 'h3';
import { takeForm } from '#server/forms/take-form';
import type { PageCache } from '#server/page-cache/page-cache';
import { answer } from '#server/page-cache/respond';
import { discard } from './body';
import { readAddress } from './canonical-url';
import { allowedMethods, isRefused, isUncached, personalHeaders } from './path-rules';
import { plainPage, type PlainStatus } from './plain-page';

export interface DoorParts {
  pages: PageCache;
  security: readonly string[];
  siteUrl: string;
  /** Whether a path is a file of the build. */
  isFile: (path: string) => boolean;
}

/** For files whose name stays the same when they change, such as the icons; those with a hash in their name say for themselves how long. */
const lastsADay = ['cache-control', 'public, max-age=86400'];

type Handler = (event: H3Event) => unknown;

function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  status: PlainStatus,
  security: readonly string[],
  more: readonly string[] = [],
): void {
  // Nobody has read what came with it, and nobody will.
  if (req.method === 'POST') discard(req);
  const body = plainPage(status);
  const own = [
    'content-type',
    'text/html; charset=utf-8',
    'cache-control',
    'no-store',
    'content-length',
    String(body.length),
  ];
  res.writeHead(status, [...own, ...more, ...security]);
  res.end(req.method === 'HEAD' ? undefined : body);
}

function move(res: ServerResponse, to: string, security: readonly string[]): void {
  res.writeHead(301, ['location', to, 'cache-control', 'no-cache', 'content-length', '0', ...security]);
  res.end();
}

function* pairs(flat: readonly string[]): Generator<[string, string]> {
  for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? ''];
}

/** What an answer may say more narrowly, or more openly, than the rest of the site does. */
const itsOwn = new Set(['content-security-policy', 'cross-origin-resource-policy']);

/** What an answer says of its own: `always`, over everything else, and `unlessSaid` by what made it. */
interface OwnHeaders {
  always?: readonly string[];
  unlessSaid?: readonly string[];
}

/** Puts the security headers on whatever is written later, by whomever: the last moment is the only one that nobody can undo. */
function guard(
  res: ServerResponse,
  security: readonly string[],
  { always = [], unlessSaid = [] }: OwnHeaders = {},
): void {
  const write = res.writeHead.bind(res);
  res.writeHead = ((...given: Parameters<typeof write>) => {
    for (const [name, value] of pairs(security)) {
      // A route may be stricter, never absent: a picture is allowed nothing at all.
      if (!(itsOwn.has(name) && res.hasHeader(name))) res.setHeader(name, value);
    }
    for (const [name, value] of pairs(always)) res.setHeader(name, value);
    for (const [name, value] of pairs(unlessSaid)) if (!res.hasHeader(name)) res.setHeader(name, value);
    res.removeHeader('x-powered-by');
    return write(...given);
  }) as typeof res.writeHead;
}

/**
 * The one way into the site from outside: looks at the address and the method, answers from the page cache, and puts headers on all
 * that isn't its own. Calls inside the process (a rendering that asks for something) go straight to `inner`.
 */
export function door({ pages, security, siteUrl, isFile }: DoorParts, inner: Handler): Handler {
  const pass = (event: H3Event, own?: OwnHeaders) => {
    const { req, res } = event.node;
    guard(res, security, own);
    // Errors are told in words for people; the JSON ones would tell what went wrong inside.
    req.headers.accept = 'text/html';
    return inner(event);
  };
  const receive = async (event: H3Event, always: readonly string[]) => {
    const { req, res } = event.node;
    // Who went away while sending gets no answer.
    const taken = await takeForm(req, siteUrl).catch(() => null);
    if (!taken) return undefined;
    if ('refused' in taken) return refuse(req, res, taken.refused, security, always);
    event.context.form = taken.form;
    return pass(event, { always });
  };
  const lead = (event: H3Event, path: string, key: string, reads: boolean) => {
    const { req, res } = event.node;
    const always = personalHeaders(path);
    if (always) return reads ? pass(event, { always }) : receive(event, always);
    if (!reads || isUncached(path)) return pass(event);
    if (isFile(path)) return pass(event, { unlessSaid: lastsADay });
    return pages.find(key).then((entry) => {
      answer(req, res, entry);
    });
  };
  return (event) => {
    const { req, res } = event.node;
    // Not the socket's address: it is gone when a reader hangs up, and on a Unix socket there never was one.
    if (!(req instanceof IncomingMessage)) return inner(event);
    const target = req.url ?? '/';
    const reads = req.method === 'GET' || req.method === 'HEAD';
    const ready = reads ? pages.ready(target) : undefined;
    if (ready) return answer(req, res, ready);

    const address = readAddress(target);
    if (address.kind === 'refused') return refuse(req, res, address.status, security);
    if (address.kind === 'moved')
      return reads ? move(res, address.to, security) : refuse(req, res, 405, security, ['allow', 'GET, HEAD']);
    const { path, key } = address;
    if (isRefused(path)) return refuse(req, res, 404, security);
    const allowed = allowedMethods(path);
    if (!allowed.includes(req.method ?? '')) return refuse(req, res, 405, security, ['allow', allowed.join(', ')]);
    return lead(event, path, key, reads);
  };
}
