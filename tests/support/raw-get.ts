import http from 'node:http';

export interface RawAnswer {
  status: number;
  /** The reason phrase beside the status. */
  reason: string;
  headers: http.IncomingHttpHeaders;
  /** The bytes as they came, still compressed. */
  body: Buffer;
}

/**
 * GET without the habits of fetch: sends only these headers, follows nothing, decodes nothing. `target` is asked for as
 * it is written, where an address must not be tidied up on the way (`/../x`).
 */
export const rawGet = (
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
  target?: string,
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const asked = http.request(
      url,
      { headers, method, agent: false, timeout: 20_000, ...(target === undefined ? {} : { path: target }) },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            reason: answer.statusMessage ?? '',
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    asked.once('timeout', () => asked.destroy(new Error(`${url} did not answer within 20 s`)));
    asked.once('error', reject);
    asked.end();
  });
