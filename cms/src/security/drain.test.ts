import { Agent, createServer, get, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain, type InFlight, watchRequests } from './drain';

interface Running {
  server: Server;
  inFlight: InFlight;
  port: number;
}

const answerAfter = async (milliseconds: number): Promise<Running> => {
  const server = createServer((_request, response) => setTimeout(() => response.end('done'), milliseconds));
  const inFlight = watchRequests(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, inFlight, port: (server.address() as AddressInfo).port };
};

const ask = (port: number, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });

const timeOf = async (act: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

describe('draining', () => {
  const agent = new Agent({ keepAlive: true });
  afterEach(() => agent.destroy());

  it('answers what is under way', async () => {
    const { server, inFlight, port } = await answerAfter(200);
    const answer = ask(port, agent);
    while (inFlight.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await drain(server, inFlight);
    server.closeAllConnections();
    expect(await answer).toBe('done');
    expect(server.listening).toBe(false);
  });

  it('does not wait for connections that are kept after an answer, or never asked anything', async () => {
    const { server, inFlight, port } = await answerAfter(0);
    await ask(port, agent);
    const silent = connect(port, '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    expect(await timeOf(() => drain(server, inFlight))).toBeLessThan(500);
    server.closeAllConnections();
  });

  it('gives up after its timeout when a response takes longer', async () => {
    const { server, inFlight, port } = await answerAfter(60_000);
    const answer = ask(port, agent).catch(() => 'cut off');
    while (inFlight.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const took = await timeOf(() => drain(server, inFlight, 150));
    expect(took).toBeGreaterThan(100);
    expect(took).toBeLessThan(2_000);
    server.closeAllConnections();
    expect(await answer).toBe('cut off');
  });

  it('does nothing when nobody listens', async () => {
    const server = createServer();
    await expect(drain(server, watchRequests(server))).resolves.toBeUndefined();
  });
});
