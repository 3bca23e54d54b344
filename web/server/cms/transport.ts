import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { CacheTag } from 'shared';
import type { KeepResponse } from './kept-responses';

export interface CmsResponse {
  status: number;
  body: unknown;
  /** Seconds, where the CMS asks for a pause. */
  retryAfter?: number;
}

/** Requests one path of the CMS, e.g. `/api/practice`. Rejects when there is no JSON response in time. */
export type CmsGet = (path: string, requestId?: string) => Promise<CmsResponse>;
/** Sends JSON to one path of the CMS. Rejects as `CmsGet` does; the CMS may have processed the request all the same. */
export type CmsPost = (path: string, body: unknown, requestId?: string) => Promise<CmsResponse>;

/** What the queries and commands of one rendering need. */
export interface ClientOptions {
  get: CmsGet;
  post: CmsPost;
  /** Called before each query with the cache tags of its response. */
  onTags: (tags: readonly CacheTag[]) => void;
  keep: KeepResponse;
  /** Called with when the clock alone changes what a query returns (ISO 8601); null if it never does. */
  onChangesAt: (instant: string | null) => void;
  /** Called when a query gets no usable response. */
  onFailure: () => void;
  /** Receives for the log why a response could not be used; the reader is not told. */
  warn: (message: string) => void;
}

const requestOf = (url: string) => (url.startsWith('https:') ? httpsRequest : httpRequest);

const commonHeaders = (token: string, requestId: string | undefined) => ({
  authorization: `Bearer ${token}`,
  accept: 'application/json',
  ...(requestId && { 'x-request-id': requestId }),
});

function readResponse(message: IncomingMessage): Promise<CmsResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('error', reject);
    message.on('end', () => {
      const status = message.statusCode ?? 0;
      const retryAfter = Number(message.headers['retry-after']);
      try {
        resolve({
          status,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
          ...(retryAfter > 0 && { retryAfter: Math.ceil(retryAfter) }),
        });
      } catch {
        // Without the path, which may contain the number of a certificate.
        reject(new Error(`the response is not JSON (status ${status}).`));
      }
    });
  });
}

/**
 * Rejects after `timeoutMs`, and then ends the request that is under way. Unlike `AbortSignal.timeout`, nothing is left
 * to run once there is a response.
 */
function withDeadline<T>(
  timeoutMs: number,
  send: (started: (request: ClientRequest) => void) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let current: ClientRequest | undefined;
    const timer = setTimeout(() => {
      reject(new DOMException('There was no response in time.', 'TimeoutError'));
      current?.destroy();
    }, timeoutMs);
    send((request) => (current = request))
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/**
 * Returns GET requests to the CMS over keep-alive connections, with the site's token. Nothing is retried after a
 * timeout: a reader who waits for a page has no use for a second wait.
 * @param timeoutMs for the whole response
 */
export function createCmsGet(cmsUrl: string, token: string, timeoutMs: number): CmsGet {
  const agent = new (cmsUrl.startsWith('https:') ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 32 });

  type Options = { started: (request: ClientRequest) => void; requestId?: string; mayRetry: boolean };
  const get = (path: string, options: Options) =>
    new Promise<CmsResponse>((resolve, reject) => {
      const { started, requestId, mayRetry } = options;
      const headers = commonHeaders(token, requestId);
      const request = requestOf(cmsUrl)(cmsUrl + path, { agent, headers }, (message) => {
        readResponse(message).then(resolve, reject);
      });
      started(request);
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The CMS was just closing a connection that was kept alive: the request was never read there.
        if (mayRetry && request.reusedSocket && error.code === 'ECONNRESET')
          resolve(get(path, { ...options, mayRetry: false }));
        else reject(error);
      });
      request.end();
    });

  return (path, requestId) => withDeadline(timeoutMs, (started) => get(path, { started, requestId, mayRetry: true }));
}

/**
 * Returns POST requests to the CMS, each on a connection of its own. On a kept one, a request that was never read could
 * not be told from one whose response was lost, and what people send must not be sent twice.
 * @param timeoutMs for the whole response
 */
export function createCmsPost(cmsUrl: string, token: string, timeoutMs: number): CmsPost {
  const post = (
    path: string,
    body: unknown,
    options: { started: (request: ClientRequest) => void; requestId?: string },
  ) =>
    new Promise<CmsResponse>((resolve, reject) => {
      const { started, requestId } = options;
      const bytes = Buffer.from(JSON.stringify(body), 'utf8');
      const headers = {
        ...commonHeaders(token, requestId),
        'content-type': 'application/json',
        'content-length': bytes.length,
        connection: 'close',
      };
      const request = requestOf(cmsUrl)(cmsUrl + path, { method: 'POST', agent: false, headers }, (message) => {
        readResponse(message).then(resolve, reject);
      });
      started(request);
      request.on('error', reject);
      request.end(bytes);
    });
  return (path, body, requestId) => withDeadline(timeoutMs, (started) => post(path, body, { started, requestId }));
}
