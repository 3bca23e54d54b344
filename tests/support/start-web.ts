import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { heapOptions, memoryEnvironment, top } from './cms-settings.ts';
import { freePort } from './free-port.ts';
import { registerStop, type RunningProcess, startProcess } from './running.ts';

export interface WebOptions {
  cmsUrl: string;
  webToken: string;
  webhookSecret: string;
  /** Page cache and pictures; a folder of its own, removed at the end, without it. */
  dataDir?: string;
  port?: number;
  /** More of the environment, e.g. `{ PAGE_CACHE_MB: '1' }`. */
  env?: Record<string, string>;
}

export interface RunningWeb extends Pick<RunningProcess, 'pid' | 'kill' | 'output'> {
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  url: string;
  dataDir: string;
  /** Ends it as an operator would, and removes the data unless the folder was given. */
  stop: () => Promise<void>;
}

const startTimeoutMs = 20_000;

/** Starts the built site (`web/.output`) as its own process and waits until it answers; the CMS need not be there. */
export const startWeb = async (options: WebOptions): Promise<RunningWeb> => {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'quiet-room-web-'));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    ...memoryEnvironment,
    NODE_ENV: 'production',
    SITE_URL: url,
    SITE_PORT: String(port),
    CMS_URL: options.cmsUrl,
    DATA_DIR: dataDir,
    WEB_TOKEN: options.webToken,
    WEBHOOK_SECRET: options.webhookSecret,
    ...options.env,
  };
  const web = startProcess(process.execPath, [...heapOptions, path.join(top, 'web/.output/server/index.mjs')], { env });
  const stop = registerStop(async () => {
    await web.stop();
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  const end = Date.now() + startTimeoutMs;
  while (!web.output().includes('The site is running')) {
    if (web.hasExited() || Date.now() > end) {
      await stop();
      throw new Error(`The site did not start.\n${web.output()}`);
    }
    await pause(25);
  }
  return { url, pid: web.pid, dataDir, stop, kill: web.kill, output: web.output };
};
