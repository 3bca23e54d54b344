import { type ChildProcess,spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cmsEnvironment, type CmsOptions, type Logins,readLogins, top } from './cms-settings.ts';
import { freePort } from './free-port.ts';
import { newDataDir } from './prepared.ts';

export interface RunningCms {
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  url: string;
  pid: number;
  dataDir: string;
  webToken: string;
  hookSecret: string;
  logins: Logins;
  /** Ends it as an operator would, and removes the data unless the folder was given. */
  stop: () => Promise<void>;
  /** SIGKILL: it is gone. SIGSTOP: it is frozen, with its connections open. SIGCONT: it goes on. */
  kill: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void;
}

const startWithin = 60_000;

const waitUntilHealthy = async (url: string, cms: ChildProcess, said: () => string): Promise<void> => {
  const end = Date.now() + startWithin;
  while (Date.now() < end) {
    if (cms.exitCode !== null)
      throw new Error(`The CMS ended while it was starting (exit code ${cms.exitCode}).\n${said()}`);
    const answer = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (answer?.status === 204) return;
    await pause(100);
  }
  throw new Error(`The CMS did not answer within ${startWithin / 1000} s.\n${said()}`);
};

/** Starts the built CMS (`cms/dist`) as its own process, on SQLite unless `databaseUrl` says where its PostgreSQL is. */
export const startCms = async (options: Partial<CmsOptions> = {}): Promise<RunningCms> => {
  const dataDir =
    options.dataDir ?? newDataDir(options.databaseUrl !== undefined ? null : options.demo ? 'demo' : 'plain');
  const port = options.port ?? (await freePort());
  const env = cmsEnvironment({ ...options, dataDir, port });
  const strapi = path.join(top, 'cms/node_modules/@strapi/strapi/bin/strapi.js');
  const cms = spawn(process.execPath, [strapi, 'start'], {
    cwd: path.join(top, 'cms'),
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => cms.once('exit', () => resolve()));
  const endWithUs = (): boolean => cms.kill('SIGKILL');
  process.once('exit', endWithUs);
  let said = '';
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  cms.stdout.on('data', listen);
  cms.stderr.on('data', listen);

  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    cms.kill('SIGCONT');
    cms.kill('SIGTERM');
    await Promise.race([ended, pause(15_000).then(() => cms.kill('SIGKILL'))]);
    await ended;
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const url = env.CMS_URL;
  try {
    await waitUntilHealthy(url, cms, () => said);
    const logins = readLogins(dataDir);
    return {
      url,
      pid: cms.pid ?? 0,
      dataDir,
      webToken: env.WEB_TOKEN,
      hookSecret: env.HOOK_SECRET,
      logins,
      stop,
      kill: (signal) => void cms.kill(signal),
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
