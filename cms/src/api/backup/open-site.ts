import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '#src/cli/run-command';

/** A site that was started for a rehearsal. */
export interface OpenedSite {
  url: string;
  stop: () => Promise<void>;
}

export interface SiteOptions {
  /** The built site (`.output/server/index.mjs`). */
  program: string;
  /** Where the CMS that it reads is listening. */
  cmsUrl: string;
  /** For its caches. */
  dataDir: string;
  environment: Readonly<Record<string, string | undefined>>;
}

const startTimeoutMs = 60_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Whether the site answers and has reached the CMS; other findings of its readiness do not matter here. */
const hasReachedCms = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/_ready.txt`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response !== null && /^ok +CMS:/m.test(await response.text());
};

/**
 * Starts the built site as a process of its own, on a free port of this machine, and waits until it has reached the CMS.
 * @throws CommandError when it was not built or does not start
 */
export const openSite = async ({ program, cmsUrl, dataDir, environment }: SiteOptions): Promise<OpenedSite> => {
  if (!existsSync(program))
    throw new CommandError(`The rehearsal failed: the built site is missing (${program}). Run \`npm start\` once.`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const here = {
    HOST: '127.0.0.1',
    SITE_URL: url,
    SITE_PORT: String(port),
    CMS_INTERNAL_URL: cmsUrl,
    DATA_DIR: dataDir,
  };
  // Forked, so that it ends with this process, whatever ends that.
  const site = fork(program, {
    cwd: path.dirname(program),
    env: { ...environment, ...here, TRUST_PROXY: 'false', LOG_LEVEL: 'warn', LOG_FORMAT: 'pretty' },
    execArgv: [],
    silent: true,
  });
  let output = '';
  for (const stream of [site.stdout, site.stderr])
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2_000)));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    site.once('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  const stop = async (): Promise<void> => {
    site.kill('SIGKILL');
    await ended;
  };
  for (const end = Date.now() + startTimeoutMs; !(await hasReachedCms(url)); await pause(100)) {
    if (!hasEnded && Date.now() < end) continue;
    await stop();
    throw new CommandError(`The rehearsal failed: the site did not start.\n${output.trim()}`);
  }
  return { url, stop };
};
