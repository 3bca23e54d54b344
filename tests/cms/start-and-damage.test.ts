import { execFileSync, fork, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readiness } from 'shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCmsHere } from '../support/cms-in-process.ts';
import { cmsEnvironment, readLogins, top } from '../support/cms-settings.ts';
import { freePort } from '../support/free-port.ts';
import { newDataDir } from '../support/prepared.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = newDataDir('plain');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const command = [path.join(top, 'cms/dist/src/cli/serve.js')];
const cwd = path.join(top, 'cms');

/** Starts the CMS as a process and waits for its end. */
const start = async (env: Record<string, string> = {}, port?: number) => {
  const settings = cmsEnvironment({ dataDir, port: port ?? (await freePort()), env });
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
    timeout: 60_000,
  });
  const lines = `${stdout}${stderr}`.trim().split('\n');
  return { status, lines, message: String((JSON.parse(lines.at(-1) ?? '{}') as { message?: string }).message) };
};

const database = () => path.join(dataDir, 'quiet-room.db');

describe('a start that cannot work ends with one sentence', () => {
  it('when the database is missing beside what an earlier installation left', async () => {
    rmSync(database());
    const { status, lines, message } = await start();
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(/There is no database at .*quiet-room\.db.*logins\.txt.*NEW_DATABASE=true/);
    expect(() => statSync(database())).toThrow('ENOENT');
  });

  it('when another file was written over the database', async () => {
    writeFileSync(database(), 'This is no database. '.repeat(1000));
    const { status, lines, message } = await start();
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(/is damaged or was overwritten \(SQLITE_NOTADB\).*Put a backup in its place/);
  });

  it('when pages of the database are damaged', async () => {
    const bytes = readFileSync(database());
    bytes.fill(0x5a, 8 * 4096, 40 * 4096);
    for (const end of ['-wal', '-shm']) rmSync(database() + end, { force: true });
    writeFileSync(database(), bytes);
    const { status, lines, message } = await start();
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(/is damaged.*Put a backup in its place/);
  });

  it('when PostgreSQL does not answer, without its password', async () => {
    const port = await freePort();
    const { status, lines, message } = await start({
      DATABASE_URL: `postgres://quietroom:secret-of-the-database@127.0.0.1:${port}/quietroom`,
    });
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(
      new RegExp(`can’t use PostgreSQL at 127\\.0\\.0\\.1:${port}/quietroom: it does not answer`),
    );
    expect(lines.join()).not.toContain('secret-of-the-database');
  });

  it('when another program uses its port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { status, lines, message } = await start({}, port);
    other.close();
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(new RegExp(`can’t listen on 127\\.0\\.0\\.1, port ${port}: another program is using it`));
  });
});

describe('a CMS whose SQLite file is damaged while it runs', () => {
  it('is not ready, and says so', async () => {
    const damaged = await startCmsHere();
    const { connection } = damaged.strapi.db;
    const file = path.join(damaged.dataDir, 'quick-check.db');
    const check = (which: string): string =>
      execFileSync(process.execPath, [path.join(top, 'cms/dist/src/cli/quick-check.js'), which], { encoding: 'utf8' });
    expect(check(path.join(damaged.dataDir, 'quiet-room.db'))).toBe('ok');
    await connection.raw('pragma wal_checkpoint(truncate)');
    const bytes = readFileSync(path.join(damaged.dataDir, 'quiet-room.db'));
    bytes.fill(0x5a, 2 * 4096);
    writeFileSync(file, bytes);
    expect(check(file)).toBe('damaged');
    copyFileSync(file, path.join(damaged.dataDir, 'quiet-room.db'));
    // The connection remembers pages: it has to read them again.
    await connection.raw('pragma cache_size = 0');
    await connection.raw('pragma shrink_memory');
    await expect(connection('comments').count()).rejects.toThrow(/malformed|not a database/);
    const { status, body } = await damaged.anonymously('/_ready');
    await damaged.stop();
    expect(status).toBe(503);
    expect((body as Readiness).checks.find(({ name }) => name === 'damage')).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^The database file is damaged: stop the CMS and put a backup in its place/),
    });
  });
});

describe('the first start', () => {
  it('closes the data folder to others, prints no password, and ends with its starter', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-open-'));
    chmodSync(folder, 0o755);
    const env = cmsEnvironment({ dataDir: folder, port: await freePort(), env: { LOG_LEVEL: 'debug' } });
    const cms = fork(command[0] ?? '', { cwd, env: { ...process.env, ...env }, silent: true });
    let output = '';
    for (const stream of [cms.stdout, cms.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const isUp = () =>
      fetch(`${env.CMS_URL}/_health`).then(
        ({ status }) => status === 204,
        () => false,
      );
    await expect.poll(isUp, { timeout: 60_000 }).toBe(true);
    const modeOf = (name: string): string => (statSync(path.join(folder, name)).mode & 0o777).toString(8);
    expect(['', 'quiet-room.db', 'logins.txt', 'public/uploads'].map(modeOf)).toEqual(['700', '600', '600', '700']);
    expect(output).toContain('passwords are in logins.txt');
    for (const { password } of Object.values(readLogins(folder))) expect(output).not.toContain(password);
    // A starter that is killed leaves nothing but the end of the channel.
    cms.disconnect();
    await expect.poll(() => cms.exitCode ?? cms.signalCode).not.toBeNull();
    rmSync(folder, { recursive: true, force: true });
  });
});
