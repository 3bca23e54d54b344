import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain } from './drain';

const answerAfter = async (milliseconds: number): Promise<[Server, string]> => {
  const server = createServer((_request, response) => setTimeout(() => response.end('done'), milliseconds));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`];
};

const ask = (url: string, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });

describe('draining', () => {
  const agent = new Agent({ keepAlive: true });
  afterEach(() => agent.destroy());

  it('answers what is under way', async () => {
    const [server, url] = await answerAfter(200);
    const answer = ask(url, agent);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await drain(server);
    expect(await answer).toBe('done');
    expect(server.listening).toBe(false);
  });

  it('does not wait for idle connections', async () => {
    const [server, url] = await answerAfter(0);
    await ask(url, agent);
    const start = performance.now();
    await drain(server);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('does nothing when nobody listens', async () => {
    await drain(createServer());
  });
});
