import type { Cms } from '#server/cms/client';
import type { PageFacts } from './facts';
import type { Rendered } from './verdict';

/** Nitro's answer to a call that never left the process. */
interface LocalAnswer {
  status: number;
  headers: unknown;
  body: unknown;
}

export interface RenderParts {
  localCall: (request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    protocol: string;
    context: unknown;
  }) => Promise<LocalAnswer>;
  cmsFor: (facts: PageFacts) => Pick<Cms, 'redirect'>;
  siteUrl: string;
}

function flatHeaders(headers: unknown): Record<string, string> {
  const entries = Object.entries((headers ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

function bytesOf(body: unknown): Buffer {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  throw new TypeError('A page answered with something that is neither text nor bytes.');
}

const moved = (to: string, facts: PageFacts): Rendered => ({
  status: 301,
  headers: { location: to, 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`This page is now at ${to}\n`),
  facts,
});

/** Header values are ASCII; an address that is so already may hold escapes that must not be escaped again. */
const asLocation = (path: string) => (/[^!-~]/.test(path) ? encodeURI(path) : path);

const isMissing = (problem: unknown) => (problem as { statusCode?: unknown }).statusCode === 404;

/**
 * Renders a page from its key: a call inside this process with the site's own address and no header of any reader, so nothing of one
 * reader can reach another. Where nothing stands, the CMS is asked whether something once did (301).
 */
export function renderFromKey({ localCall, cmsFor, siteUrl }: RenderParts) {
  const { host, protocol } = new URL(siteUrl);
  return async (key: string): Promise<Rendered> => {
    const facts: PageFacts = { kinds: new Set() };
    const answer = await localCall({
      url: key,
      method: 'GET',
      headers: { host, accept: 'text/html' },
      protocol: protocol.slice(0, -1),
      // Nitro hands this to `event.context` of the inner request.
      context: { _platform: { page: facts } },
    });
    if (answer.status !== 404)
      return { status: answer.status, headers: flatHeaders(answer.headers), body: bytesOf(answer.body), facts };
    try {
      const path = decodeURIComponent(key.split('?')[0] ?? key);
      const { to } = await cmsFor(facts).redirect(path);
      if (to !== path) return moved(asLocation(to), facts);
    } catch (problem) {
      if (!isMissing(problem)) facts.incomplete = true;
    }
    return { status: 404, headers: flatHeaders(answer.headers), body: bytesOf(answer.body), facts };
  };
}
