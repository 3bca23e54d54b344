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

  return (path) => new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
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
    asking.on('error', reject);
    asking.end();
  });
}
