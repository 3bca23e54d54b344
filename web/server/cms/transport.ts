import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface CmsAnswer {
  status: number;
  body: unknown;
}

/** Asks the CMS for one path, e.g. `/api/practice`. Throws when there is no answer in time, or none that is JSON. */
export type AskCms = (path: string) => Promise<CmsAnswer>;

/**
 * HTTP to the CMS over connections that are kept, with the web's token. `patience` is the time in milliseconds for the
 * whole answer; nothing is asked twice, because who waits for a page has no use for a second wait.
 */
export function cmsTransport(cmsUrl: string, token: string, patience: number): AskCms {
  const secure = cmsUrl.startsWith('https:');
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 32 });
  const request = secure ? httpsRequest : httpRequest;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

  const askOnce = (path: string, signal: AbortSignal, again: boolean): Promise<CmsAnswer> => new Promise((resolve, reject) => {
    const asking = request(cmsUrl + path, { agent, headers, signal }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        try {
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString('utf8')) });
        } catch {
          reject(new Error(`The CMS answered ${path.split('?')[0]} with something that is not JSON (status ${answer.statusCode}).`));
        }
      });
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
