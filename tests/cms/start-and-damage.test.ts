import { execFileSync, fork, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding, Readiness } from 'shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsEnvironment, readLogins, top } from '../support/cms-settings.ts';
import { aComment, postAsWeb } from '../support/comments.ts';
import { freePort } from '../support/free-port.ts';
import { collectLog } from '../support/log-lines.ts';
import { newDataDir } from '../support/prepared.ts';
import { openSql } from '../support/sql.ts';
import { startCms } from '../support/start-cms.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

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
const instantNow = () => new Date().toISOString().slice(0, 19).replaceAll(':', '-');
/** Puts a copy of the database into a folder of its own, as the recipe says to put it back. */
const copyInto = (copy: string): string => {
  const folder = path.join(dataDir, 'put-back');
  mkdirSync(folder);
  copyFileSync(copy, path.join(folder, 'quiet-room.db'));
  return folder;
};

describe('a start that cannot work ends with one sentence', () => {
  it('when the database is missing beside what an earlier installation left', async () => {
    rmSync(database());
    // Everybody is told to delete it after the first start.
    rmSync(path.join(dataDir, 'logins.txt'));
    const { status, lines, message } = await start();
    expect([status, lines]).toEqual([1, [expect.any(String)]]);
    expect(message).toMatch(/There is no database at .*quiet-room\.db.*erasure-keys.*NEW_DATABASE=true/);
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

describe('a CMS whose SQLite file is deleted or replaced while it runs', () => {
  const saved = () => readdirSync(dataDir).filter((name) => name.startsWith('quiet-room-saved-'));
  const savedMessage = async (cms: CmsHere, copies: number): Promise<string> => {
    await expect.poll(() => saved().length).toBe(copies);
    let finding: Finding | undefined;
    await expect
      .poll(async () => {
        const { status, body } = await cms.anonymously('/_ready');
        finding = (body as Readiness).checks.find(({ name }) => name === 'database file');
        return [status, finding?.message.includes('is saved')];
      })
      .toEqual([503, true]);
    return finding?.message ?? '';
  };

  it('acknowledges nothing that is not in the file, and saves what is', async () => {
    const cms = await startCmsHere({ dataDir });
    const post = { title: 'Kindness', body: paragraphs('Be kind.') };
    await documentsOf(cms.strapi, 'api::post.post').createPublished(post);
    const send = async (text: string) =>
      (await postAsWeb(cms, '/api/posts/kindness/comments', aComment({ text: `${text} words.` }))).status;
    const lines = collectLog(cms.strapi);
    expect(await send('First')).toBe(201);

    const elsewhere = path.join(dataDir, 'moved.db');
    renameSync(database(), elsewhere);
    expect([await send('Refused'), await send('Refused')]).toEqual([503, 503]);
    const single = cms.strapi.db.connection('comments').update({ name: 'Lost' });
    await expect(single).rejects.toThrow('deleted or replaced');
    expect(await savedMessage(cms, 1)).toMatch(
      /^The database file was deleted or replaced .* is saved beside it as quiet-room-saved-\S+\.db: “Database file gone” in/,
    );
    expect(lines.filter((line) => /"message":"The database file was .* is saved beside it/.test(line))).toHaveLength(1);
    expect((await cms.asWeb('/api/posts/kindness')).status).toBe(200);

    renameSync(elsewhere, database());
    expect(await send('Second')).toBe(201);
    const other = path.join(dataDir, 'other.db');
    copyFileSync(path.join(dataDir, saved()[0] ?? ''), other);
    // Copies have the second in their names.
    await expect.poll(() => saved().some((name) => name.includes(instantNow()))).toBe(false);
    renameSync(other, database());
    expect(await send('Refused')).toBe(503);
    await savedMessage(cms, 2);
    expect(statSync(`${database()}-wal`).size).toBe(0);
    await cms.stop();

    const copy = path.join(dataDir, saved().sort().at(-1) ?? '');
    expect(statSync(copy).mode & 0o077).toBe(0);
    const { all, close } = await openSql({ dataDir: copyInto(copy) });
    expect(await all('select name, text from comments order by text')).toEqual([
      { name: expect.not.stringContaining('Lost'), text: 'First words.' },
      { name: expect.not.stringContaining('Lost'), text: 'Second words.' },
    ]);
    await close();
  });

  it('saves it before it ends, too', async () => {
    const cms = await startCmsHere({ dataDir });
    rmSync(database());
    await cms.stop();
    expect(saved()).toHaveLength(1);
  });
});

describe('an error that nobody caught', () => {
  // Two signals stand for what may fail in a library: a promise that nobody waits for, and a callback that throws.
  const failing = `process.on('SIGUSR2', () => void Promise.reject(new Error('ann@example.org')));
    process.on('SIGHUP', () => { throw new TypeError('ann@example.org'); });`;

  it('is logged without its words, and ends the process only if it was thrown', async () => {
    const preload = `--import=data:text/javascript,${encodeURIComponent(failing)}`;
    const cms = await startCms({ dataDir, env: { NODE_OPTIONS: preload } });
    process.kill(cms.pid, 'SIGUSR2');
    await expect.poll(cms.output).toContain('Something in the background failed.');
    expect((await fetch(`${cms.url}/_health`)).status).toBe(204);
    process.kill(cms.pid, 'SIGHUP');
    await expect.poll(cms.output).toMatch(/The CMS ends because of an error that nobody caught\..*TypeError/);
    await expect.poll(() => fetch(`${cms.url}/_health`).catch(() => 'gone')).toBe('gone');
    expect(cms.output()).not.toContain('ann@');
    await cms.stop();
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
