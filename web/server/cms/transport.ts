import { Agent as HttpAgent, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface CmsAnswer {
  status: number;
  body: unknown;
  /** Seconds, where the CMS asks for a pause. */
  retryAfter?: number;
}

/** Asks the CMS for one path, e.g. `/api/practice`. Throws when there is no answer in time, or none that is JSON. */
export type AskCms = (path: string) => Promise<CmsAnswer>;
/** Sends JSON to one path of the CMS. Throws as asking does; what was sent may then have been taken all the same. */
export type SendToCms = (path: string, body: unknown) => Promise<CmsAnswer>;

const requester = (url: string) => (url.startsWith('https:') ? httpsRequest : httpRequest);

function answerOf(answer: IncomingMessage, path: string): Promise<CmsAnswer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('error', reject);
    answer.on('end', () => {
      const status = answer.statusCode ?? 0;
      const pause = Number(answer.headers['retry-after']);
      try {
        resolve({
          status,
          body: JSON.parse(Buffer.concat(parts).toString('utf8')),
          ...(pause > 0 && { retryAfter: Math.ceil(pause) }),
        });
      } catch {
        reject(new Error(`The CMS answered ${path.split('?')[0]} with something that is not JSON (status ${status}).`));
      }
    });
  });
}

/**
 * HTTP to the CMS over connections that are kept, with the web's token. `patience` is the time in milliseconds for the
 * whole answer; nothing is asked twice, because who waits for a page has no use for a second wait.
 */
export function cmsTransport(cmsUrl: string, token: string, patience: number): AskCms {
  const agent = new (cmsUrl.startsWith('https:') ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 32 });
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

  const askOnce = (path: string, signal: AbortSignal, again: boolean): Promise<CmsAnswer> =>
    new Promise((resolve, reject) => {
      const asking = requester(cmsUrl)(cmsUrl + path, { agent, headers, signal }, (answer) => {
        answerOf(answer, path).then(resolve, reject);
      });
      asking.on('error', (problem: NodeJS.ErrnoException) => {
        // A kept connection that the CMS was just closing was never asked anything; a new one is.
        if (again && asking.reusedSocket && problem.code === 'ECONNRESET') resolve(askOnce(path, signal, false));
        else reject(problem);
      });
      asking.end();
    });

  return (path) => askOnce(path, AbortSignal.timeout(patience), true);
}

/**
 * HTTP to the CMS for what readers send: each on a connection of its own. On a kept one nobody could tell a request that was never
 * read from one whose answer was lost, and what people send must not be sent twice. `patience` in milliseconds.
 */
export function cmsPost(cmsUrl: string, token: string, patience: number): SendToCms {
  return (path, body) =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(JSON.stringify(body), 'utf8');
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
        'content-length': bytes.length,
        connection: 'close',
      };
      const options: RequestOptions = { method: 'POST', agent: false, headers, signal: AbortSignal.timeout(patience) };
      const sending = requester(cmsUrl)(cmsUrl + path, options, (answer) => {
        answerOf(answer, path).then(resolve, reject);
      });
      sending.on('error', reject);
      sending.end(bytes);
    });
}
