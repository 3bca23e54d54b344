import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { ErasedData } from 'shared';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, runCommand, startCommand } from '../support/cms-command.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { cmsEnvironment, top } from '../support/cms-settings.ts';
import { approveByService, postAsWeb, sendComment } from '../support/comments.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';
import { openSql } from '../support/sql.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

const onPostgres = process.env.TEST_DATABASE === 'postgres';
const erased = 'quinn.oduya@example.org';
const erasedLater = 'alex.reid@example.org';
const kept = 'sam.okafor@example.org';

let postgres: Postgres | null = null;
let cms: CmsHere | null = null;
let dataDir = '';
let databaseUrl: string | undefined;
let archives = '';
let envFile = '';
let first = '';
/** Comments that their writers delete, or remove their name from, after the backup. */
const tokens = { deleted: '', nameless: '' };

const environment = (over: Record<string, string> = {}): Record<string, string> => ({
  ...cmsEnvironment({ dataDir, databaseUrl, port: 9 }),
  ENV_FILE: envFile,
  ...over,
});
const backup = (args: string[] = [], over?: Record<string, string>): Promise<CommandResult> =>
  runCommand('backup', ['--to', archives, ...args], environment(over));
const restore = (args: string[], over?: Record<string, string>): Promise<CommandResult> =>
  runCommand('restore', args, environment(over));

const select = async (statement: string): Promise<unknown[]> => {
  const sql = await openSql({ dataDir, databaseUrl });
  try {
    return await sql.all(statement);
  } finally {
    await sql.close();
  }
};
const titles = async (): Promise<unknown[]> =>
  (await select('select distinct title from posts order by title')).map((row) => (row as { title: string }).title);
const addresses = async (): Promise<unknown[]> =>
  (await select('select address from mailboxes order by address')).map((row) => (row as { address: string }).address);
const picture = () => path.join(dataDir, 'public/uploads/room_1.webp');
const archiveNames = () => readdirSync(archives).filter((name) => name.includes('.tar.gz'));
const archiveIn = (out: string): string => /Backed up: (\S+) /.exec(out)?.[1] ?? '';

const publishPost = async (title: string): Promise<void> => {
  if (cms) await documentsOf(cms.strapi, 'api::post.post').createPublished({ title, body: paragraphs('x') });
};

beforeAll(async () => {
  postgres = onPostgres ? await startPostgres() : null;
  databaseUrl = await postgres?.createDatabase({ prepared: true });
  dataDir = newDataDir(onPostgres ? null : 'plain');
  archives = mkdtempSync(path.join(tmpdir(), 'quiet-room-archives-'));
  envFile = path.join(archives, '.env');
  writeFileSync(envFile, `# Mine\nSITE_URL=https://www.example.org\nLINK_SECRET=${environment().LINK_SECRET}\n`);
  cms = await startCmsHere({ dataDir, databaseUrl });
  await publishPost('Before');
  for (const email of [erased, erasedLater, kept]) {
    const wants = { email, notifyOnApproval: true, text: `I live in a lighthouse nobody else has, says ${email}.` };
    await approveByService(cms, (await sendComment(cms, 'before', wants)).number);
  }
  for (const which of ['deleted', 'nameless'] as const) {
    const sent = await sendComment(cms, 'before', { name: `Jo, soon ${which}`, text: `This is soon ${which}.` });
    await approveByService(cms, sent.number);
    tokens[which] = sent.token;
  }
  writeFileSync(picture(), 'a picture');
});
afterAll(async () => {
  await cms?.stop();
  await postgres?.stop();
  for (const folder of [dataDir, archives]) rmSync(folder, { recursive: true, force: true });
});

describe('a backup of a site that runs', () => {
  it('is one file that only its owner can read, and says what it is not', async () => {
    const { code, out, err } = await backup();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('It is not encrypted');
    first = archiveIn(out);
    expect(statSync(first).mode & 0o077).toBe(0);
    expect(archiveNames()).toEqual([path.basename(first)]);
  });

  it('is followed by deleting backups that are too old, and no other file', async () => {
    const old = path.join(archives, 'quiet-room-2020-01-01T03-00-00Z.tar.gz');
    const other = path.join(archives, 'holiday-2020-01-01T03-00-00Z.tar.gz');
    for (const file of [old, other]) writeFileSync(file, 'x');
    const { out } = await backup();
    expect(out).toContain('Deleted: one backup older than 35 days.');
    expect([existsSync(old), existsSync(other), existsSync(first)]).toEqual([false, true, true]);
    rmSync(other);
    rmSync(archiveIn(out));
  });

  it('says what is missing when there is no room, and leaves nothing', async () => {
    // On PostgreSQL, a table of which rows are still to come when the disk is full: it once waited for ever then.
    if (onPostgres)
      await cms?.strapi.db.connection.raw(
        "create table a_large_table as select repeat('x', 1000) as x from generate_series(1, 2000)",
      );
    // No file may become larger than 8 kB, which is what a full disk looks like from here.
    const program = path.join(top, 'cms/dist/src/cli/backup.js');
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 16; exec "$@"', 'sh', process.execPath, program, '--to', archives],
      { cwd: path.join(top, 'cms'), env: { ...process.env, ...environment() }, encoding: 'utf8', timeout: 20_000 },
    );
    if (onPostgres) await cms?.strapi.db.connection.raw('drop table a_large_table');
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(
        /^The backup can’t be written to \/\S+ \(\w+\): about [\d.]+ [kM]B are needed there, [\d.]+ [kM]B are free, nothing was left there\. .*\n$/,
      ),
    ]);
    expect(readdirSync(archives).sort()).toEqual(['.env', path.basename(first)]);
  });
});

describe('a restore over a site', () => {
  it('is refused while the site runs', async () => {
    const { code, err } = await restore([first, '--yes']);
    expect([code, err]).toEqual([1, expect.stringContaining('The site seems to be running')]);
    await publishPost('After');
    const { erasePersonalData } = cmsPart<{
      erasePersonalData: (strapi: unknown, address: string, now: Date) => Promise<ErasedData>;
    }>('api/privacy/personal-data.js');
    expect(await erasePersonalData(cms?.strapi, erased, new Date())).toMatchObject({ comments: 1, addresses: 1 });
    if (cms) {
      await postAsWeb(cms, '/api/private-comments/delete', { token: tokens.deleted }).expect(200);
      await postAsWeb(cms, '/api/private-comments/remove-name', { token: tokens.nameless }).expect(200);
    }
    await cms?.stop();
    cms = null;
    const rotated = { LINK_SECRET: `99999999${'0123456789abcdef'.repeat(2)}`, ACCEPT_NEW_SECRETS: 'true' };
    const erasing = await runCommand('privacy', ['erase', erasedLater, '--yes'], environment(rotated));
    expect(erasing).toMatchObject({ code: 0, out: expect.stringContaining('Deleted: 1 comment or note') });
  });

  it('changes nothing unless it is meant, or when the backup is damaged or cut short', async () => {
    expect(await restore([first])).toMatchObject({ code: 1, out: expect.stringContaining('Add --yes') });
    const bytes = readFileSync(first);
    const damaged = path.join(archives, 'damaged');
    for (const wrong of [bytes.subarray(0, bytes.length / 2), Buffer.from(bytes).fill(7, 400, 420), Buffer.from('x')]) {
      writeFileSync(damaged, wrong);
      const { code, err } = await restore([damaged, '--yes']);
      expect([code, err]).toEqual([1, expect.stringContaining('This backup is damaged')]);
    }
    for (const options of [['--yes'], []])
      expect(await restore([path.join(archives, 'none'), ...options])).toMatchObject({
        code: 1,
        err: expect.stringContaining('There is no file'),
      });
    expect(await titles()).toEqual(['After', 'Before']);
    expect(archiveNames()).toHaveLength(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.restore'))).toEqual([]);
  });

  it('that is killed in the middle leaves the old site, which the next start puts back', async () => {
    const journal = path.join(dataDir, 'restore-in-progress.json');
    writeFileSync(picture(), 'a newer picture');
    const running = startCommand('restore', [first, '--yes'], environment());
    for (const end = Date.now() + 30_000; !existsSync(journal) && Date.now() < end;) await pause(1);
    await pause(100);
    running.kill();
    await running.result;
    expect(existsSync(journal)).toBe(true);
    expect(await restore(['--undo'])).toMatchObject({ code: 1, err: expect.stringContaining('being restored') });
    utimesSync(journal, new Date(0), new Date(0));
    expect(await restore(['--undo'])).toMatchObject({ code: 0, out: expect.stringContaining('has been put back') });
    expect(await titles()).toEqual(['After', 'Before']);
    expect(readFileSync(picture(), 'utf8')).toBe('a newer picture');
    expect(readdirSync(dataDir).filter((name) => /restore/.test(name))).toEqual([]);
  });

  it('brings back what was backed up, and not who was erased since', async () => {
    writeFileSync(envFile, readFileSync(envFile, 'utf8').replace(/LINK_SECRET=.*/, 'LINK_SECRET=other'));
    const { code, out, err } = await restore([first, '--yes']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('4 erasures that were made after the backup were repeated.');
    expect(out).toMatch(/The site that was there before is in \S+before-restore\S+\./);
    expect(await titles()).toEqual(['Before']);
    expect(await addresses()).toEqual([kept]);
    const left = await select('select name, text from comments order by text');
    expect(left).toMatchObject([
      { text: expect.stringContaining(kept) },
      { name: null, text: 'This is soon nameless.' },
    ]);
    expect(readFileSync(picture(), 'utf8')).toBe('a picture');
    expect(readFileSync(envFile, 'utf8')).toBe(
      `# Mine\nSITE_URL=https://www.example.org\nLINK_SECRET=${environment().LINK_SECRET}\n`,
    );
  });
});

describe('a restore in the place of a site that has lost its database', () => {
  it('asks first, and keeps what else was there', async () => {
    const newer = path.join(dataDir, 'public/uploads/newer_1.webp');
    const log = path.join(dataDir, 'quiet-room.db-wal');
    writeFileSync(newer, 'a picture that no backup has');
    if (postgres) databaseUrl = await postgres.createDatabase();
    else {
      rmSync(path.join(dataDir, 'quiet-room.db'));
      writeFileSync(log, 'the last changes');
    }
    expect(await restore([first])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^There is a site already \(.*uploads.*\)\. Nothing was changed/),
    });
    expect(readFileSync(newer, 'utf8')).toBe('a picture that no backup has');
    const { code, out } = await restore([first, '--yes']);
    expect(code).toBe(0);
    expect([existsSync(newer), await titles()]).toEqual([false, ['Before']]);
    const before = /The site that was there before is in (\S+)\./.exec(out)?.[1] ?? '';
    const read = (name: string) => execFileSync('tar', ['-xzOf', before, name], { encoding: 'utf8' });
    expect(read('uploads/newer_1.webp')).toBe('a picture that no backup has');
    if (!postgres) expect(read('database/quiet-room.db-wal')).toBe('the last changes');
    expect(await restore([before, '--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('This backup has no database'),
    });
    expect(await titles()).toEqual(['Before']);
  });
});

describe('a restore into nothing', () => {
  it('opens an encrypted backup with the identity that it was encrypted for, and with no other', async () => {
    const identity = await generateX25519Identity();
    const identityFile = path.join(archives, 'identity.txt');
    const { out } = await backup([], { BACKUP_RECIPIENTS: await identityToRecipient(identity) });
    const encrypted = archiveIn(out);
    expect(readFileSync(encrypted, 'latin1')).toMatch(/^age-encryption\.org\/v1/);
    const record = readFileSync(path.join(dataDir, 'erasures.jsonl'));
    rmSync(dataDir, { recursive: true });
    // As the recipe for a new server says: beside the backup, the record of erasures is copied there.
    mkdirSync(dataDir, { mode: 0o700 });
    writeFileSync(path.join(dataDir, 'erasures.jsonl'), record);
    if (postgres) databaseUrl = await postgres.createDatabase();
    expect(await restore([encrypted])).toMatchObject({ code: 1, err: expect.stringContaining('is encrypted') });
    writeFileSync(identityFile, await generateX25519Identity());
    expect(await restore([encrypted, '--identity', identityFile])).toMatchObject({
      code: 1,
      err: expect.stringContaining('can’t be opened'),
    });
    writeFileSync(identityFile, `# mine\n${identity}\n`);
    const restored = await restore([encrypted, '--identity', identityFile]);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(await titles()).toEqual(['Before']);
    expect(await addresses()).toEqual([kept]);
    expect(readFileSync(picture(), 'utf8')).toBe('a picture');
  });

  it('opens with the accounts of the backup, of which a lost password is replaced', async () => {
    const email = environment().EMERGENCY_EMAIL ?? '';
    const { code, out } = await runCommand('account', ['new-password', email], environment());
    expect(code).toBe(0);
    const password = /is (\S+)/.exec(out)?.[1];
    const opened = await startCmsHere({ dataDir, databaseUrl });
    await request(opened.strapi.server.httpServer).post('/admin/login').send({ email, password }).expect(200);
    await opened.stop();
  });

  it('is refused a passphrase that is soon guessed', async () => {
    const { code, err } = await backup([], { BACKUP_PASSPHRASE: 'short' });
    expect([code, err]).toEqual([1, expect.stringContaining('BACKUP_PASSPHRASE is too short')]);
  });

  it('is rehearsed with a passphrase, without touching the site', async () => {
    const { code, out, err } = await backup(['--rehearse'], { BACKUP_PASSPHRASE: 'four quiet words here' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Proven: it was restored into a scratch place, \d+ rows are the same, and 10 pages/);
    const status = JSON.parse(readFileSync(path.join(dataDir, 'backup-status.json'), 'utf8'));
    expect(status).toMatchObject({ lastBackup: { encrypted: true }, lastProven: { pages: 10 } });
    expect(status.lastProven.backupAt).toBe(status.lastBackup.at);
    expect(await titles()).toEqual(['Before']);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
