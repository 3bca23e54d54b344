import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import autocannon from 'autocannon';
import { rawGet } from '../support/raw-get.ts';
import { cpuSeconds, median } from './process-cost.ts';

interface Cost {
  perSecond: number;
  cpuMs: number;
  p99: number;
}

async function load(url: string, headers: Record<string, string>, pid: number, seconds: number): Promise<Cost> {
  const before = cpuSeconds(pid);
  const result = await autocannon({ url, headers, connections: 16, duration: seconds });
  const cpu = cpuSeconds(pid) - before;
  if (result.errors > 0 || result.requests.total === 0)
    throw new Error(`${url}: ${result.errors} errors of ${result.requests.total} requests`);
  return {
    perSecond: result.requests.total / result.duration,
    cpuMs: (cpu * 1000) / result.requests.total,
    p99: result.latency.p99,
  };
}

/** A bare Node server in a process of its own that answers as the site just did. */
async function startBare(
  url: string,
  headers: Record<string, string>,
  dir: string,
): Promise<{ child: ChildProcess; port: number }> {
  const { status, headers: sent, body } = await rawGet(url, headers);
  const kept = Object.fromEntries(
    Object.entries(sent).filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)),
  );
  const recorded = { status, headers: kept, body: body.toString('base64') };
  const file = path.join(dir, 'recorded.json');
  writeFileSync(file, JSON.stringify(recorded));
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), [file]);
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(message as number)));
  return { child, port };
}

export interface CachedPage {
  kind: string;
  site: Cost;
  bare: Cost;
  /** The site's requests per CPU-second over those of the bare server: 1 is as cheap. */
  ratio: number;
}

const middle = (costs: Cost[]): Cost => ({
  perSecond: median(costs.map((cost) => cost.perSecond)),
  cpuMs: median(costs.map((cost) => cost.cpuMs)),
  p99: median(costs.map((cost) => cost.p99)),
});

/** Measures one page in each of its forms against a bare Node server that sends the same bytes, turn by turn. */
export async function measureCachedPage(
  url: string,
  pid: number,
  dir: string,
  rounds = 3,
  seconds = 3,
): Promise<CachedPage[]> {
  const first = await rawGet(url, { 'accept-encoding': 'br' });
  const etag = String(first.headers.etag);
  const forms: [string, Record<string, string>][] = [
    ['plain', { 'accept-encoding': 'identity' }],
    ['gzip', { 'accept-encoding': 'gzip' }],
    ['br', { 'accept-encoding': 'br' }],
    ['304', { 'accept-encoding': 'br', 'if-none-match': etag }],
  ];
  const measured: CachedPage[] = [];
  for (const [kind, headers] of forms) {
    const { child, port } = await startBare(url, headers, dir);
    const costs: { site: Cost[]; bare: Cost[] } = { site: [], bare: [] };
    try {
      await load(url, headers, pid, 1);
      await load(`http://127.0.0.1:${port}/`, headers, child.pid ?? 0, 1);
      for (let round = 0; round < rounds; round += 1) {
        costs.site.push(await load(url, headers, pid, seconds));
        costs.bare.push(await load(`http://127.0.0.1:${port}/`, headers, child.pid ?? 0, seconds));
      }
    } finally {
      child.kill('SIGTERM');
    }
    const site = middle(costs.site);
    const bare = middle(costs.bare);
    measured.push({ kind, site, bare, ratio: bare.cpuMs / site.cpuMs });
  }
  return measured;
}
