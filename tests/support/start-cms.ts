import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cmsEnvironment, type CmsOptions, heapOptions, type Logins, readLogins, top } from './cms-settings.ts';
import { freePort } from './free-port.ts';
import { newDataDir } from './prepared.ts';
import { registerStop, type RunningProcess, startProcess } from './running.ts';

export interface RunningCms extends Pick<RunningProcess, 'pid' | 'kill' | 'output'> {
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  url: string;
  dataDir: string;
  webToken: string;
  webhookSecret: string;
  logins: Logins;
  /** Ends it as an operator would, and removes the data unless the folder was given. */
  stop: () => Promise<void>;
}

const startTimeoutMs = 110_000;

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

/** @throws when it ends first, or does not answer in time, with what it has printed */
const waitUntilHealthy = async (url: string, cms: RunningProcess): Promise<void> => {
  const end = Date.now() + startTimeoutMs;
  while (Date.now() < end) {
    // Its last line first: the summary of a run shows one line of each error.
    if (cms.hasExited())
      throw new Error(
        `The CMS ended while it was starting (${cms.ending()}): ${lastLine(cms.output())}\n${cms.output()}`,
      );
    const response = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (response?.status === 204) return;
    await pause(50);
  }
  throw new Error(`The CMS did not answer within ${startTimeoutMs / 1000} s.\n${cms.output()}`);
};

/**
 * Starts the built CMS (`cms/dist`) as its own process, on SQLite unless `databaseUrl` says where its PostgreSQL is.
 */
export const startCms = async (options: Partial<CmsOptions> = {}): Promise<RunningCms> => {
  const dataDir =
    options.dataDir ?? newDataDir(options.databaseUrl !== undefined ? null : options.demo ? 'demo' : 'plain');
  const port = options.port ?? (await freePort());
  const env = cmsEnvironment({ ...options, dataDir, port });
  const cms = startProcess(process.execPath, [...heapOptions, path.join(top, 'cms/dist/src/cli/serve.js')], {
    cwd: path.join(top, 'cms'),
    env: { ...process.env, ...env },
  });
  const stop = registerStop(async () => {
    await cms.stop();
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  const url = env.CMS_URL;
  try {
    await waitUntilHealthy(url, cms);
    const { WEB_TOKEN: webToken, WEBHOOK_SECRET: webhookSecret } = env;
    const { pid, kill, output } = cms;
    return { url, pid, dataDir, webToken, webhookSecret, logins: readLogins(dataDir), stop, kill, output };
  } catch (error) {
    await stop();
    throw error;
  }
};
