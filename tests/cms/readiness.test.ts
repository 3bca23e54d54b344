import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Finding, practiceResponse, type Readiness } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { anEmail, queue } from '../support/emails.ts';
import { collectLog } from '../support/log-lines.ts';
import { startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';

let cms: CmsHere;
let lines: string[];
const isPostgres = process.env.TEST_DATABASE === 'postgres';
const raw = (statement: string) => cms.strapi.db.connection.raw(statement);

const ask = async (from = cms): Promise<{ status: number; body: Readiness }> => {
  const { status, body } = await from.anonymously('/_ready');
  return { status, body: body as Readiness };
};

/** What the check with this name finds, once it finds something of this status. */
const findingOf = async (name: string, status: Finding['status']): Promise<string> => {
  let found: Finding | undefined;
  await expect
    .poll(async () => {
      found = (await ask()).body.checks.find((check) => check.name === name);
      return found?.status;
    })
    .toBe(status);
  return found?.message ?? '';
};

describe('a CMS', () => {
  beforeAll(async () => {
    cms = await startCmsHere();
    lines = collectLog(cms.strapi);
  });
  afterAll(() => cms.stop());

  describe('that is not ready', () => {
    it('names a column that is missing', async () => {
      await raw('alter table comments rename column text to text_gone');
      const message = await findingOf('columns', 'failed');
      await raw('alter table comments rename column text_gone to text');
      expect(message).toMatch(/^The database lacks comments\.text: put a backup in its place/);
      expect(lines.join('\n')).toContain('The CMS is not ready: The database lacks comments.text');
      await findingOf('columns', 'ok');
    });

    it('says that nothing can be stored', async () => {
      await raw(
        isPostgres
          ? "create function refuse_probe() returns trigger as $$ begin raise exception using errcode = '53100'; end $$ language plpgsql"
          : "create trigger refuse_probe before update on readiness_probe begin select raise(abort, 'full'); end",
      );
      if (isPostgres)
        await raw('create trigger refuse_probe before update on readiness_probe execute function refuse_probe()');
      const message = await findingOf('test write', 'failed');
      await raw(`drop trigger refuse_probe${isPostgres ? ' on readiness_probe' : ''}`);
      expect(message).toMatch(/^Nothing can be stored \(\w+ (?:53100|SQLITE_\w+)/);
      await findingOf('test write', 'ok');
    });

    it('says which fields of the practice can’t be shown, and the site gets a practice all the same', async () => {
      const stored = await cms.strapi.db.query('api::practice.practice').findOne({});
      const { id, name, counsellor } = stored as { id: number; name: string; counsellor: string };
      const store = (data: object) => cms.strapi.db.query('api::practice.practice').update({ where: { id }, data });
      await store({ name: '', counsellor: '\u200b', bookingUrl: 'nowhere' });
      const message = await findingOf('practice', 'warning');
      const { data } = practiceResponse.parse((await cms.asWeb('/api/practice').expect(200)).body);
      await store({ name, counsellor, bookingUrl: null });
      expect(message).toContain('does without them: name, counsellor, bookingUrl.');
      expect([data.name, data.counsellor, data.bookingUrl]).toEqual(['Quiet Room', 'Quiet Room', null]);
      await findingOf('practice', 'ok');
    });

    it('says since when emails wait, if none leaves', async () => {
      await queue(cms.strapi, anEmail('reader@example.org'));
      const fiveHoursAgo = new Date(Date.now() - 5 * 3_600_000);
      await cms.strapi.db.getConnection('emails').update({ queued_at: fiveHoursAgo, not_before: fiveHoursAgo });
      expect(await findingOf('emails', 'failed')).toMatch(/waiting for 5 hours and none has left since/);
      // One has left since; then the next one waits, too.
      const emails = () => cms.strapi.db.getConnection('emails');
      await queue(cms.strapi, anEmail('other@example.org'));
      const others = () => emails().where({ to: 'other@example.org' });
      const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000);
      await others().update({ state: 'sent', finished_at: threeHoursAgo });
      expect(await findingOf('emails', 'warning')).toMatch(/waiting for 5 hours; others have left since/);
      await queue(cms.strapi, anEmail('third@example.org'));
      const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
      await emails().where({ to: 'third@example.org' }).update({ queued_at: twoHoursAgo, not_before: twoHoursAgo });
      expect(await findingOf('emails', 'failed')).toMatch(/waiting for 2 hours and none has left since/);
      await emails().delete();
      await findingOf('emails', 'ok');
    });
  });

  describe('in order', () => {
    it('is ready, with every check, as JSON and as text', async () => {
      await expect.poll(async () => (await ask()).status).toBe(200);
      const { body } = await ask();
      expect(body.status).toBe('ready');
      expect(body.checks.map(({ name }) => name)).toEqual([
        'query',
        'test write',
        'columns',
        ...(isPostgres ? [] : ['database file', 'damage']),
        'free space',
        'jobs',
        'secrets',
        'practice',
        'calendars',
        'emails',
        'backup',
        'rehearsal',
      ]);
      const text = await cms.anonymously('/_ready.txt').expect(200);
      expect(text.text).toMatch(/^ready\nok {6}query: The database answers\.\n/);
      await cms.anonymously('/_health').expect(204);
    });

    it('stays ready while there is no backup, or an old one, and says so', async () => {
      expect(await findingOf('backup', 'warning')).toMatch(/^No backup has been made yet: run `npm run backup`/);
      expect(await findingOf('rehearsal', 'warning')).toMatch(/^No backup has been proven yet/);
      const status = path.join(cms.dataDir, 'backup-status.json');
      const now = new Date().toISOString();
      const proven = { at: now, backupAt: now, pages: 10 };
      writeFileSync(status, JSON.stringify({ lastBackup: { at: now, bytes: 1, encrypted: true }, lastProven: proven }));
      await findingOf('backup', 'ok');
      expect(await findingOf('rehearsal', 'ok')).toBe(`The backup of ${now} was restored as a test at ${now}.`);
      rmSync(status);
      expect((await ask()).status).toBe(200);
    });

    it('tells the reasons on the machine itself only', async () => {
      for (const header of ['X-Forwarded-For', 'Forwarded']) {
        const { status, body } = await cms.anonymously('/_ready').set(header, '203.0.113.7');
        expect(status).toBe(200);
        expect((body as Readiness).checks[0]).toEqual({ name: 'query', status: 'ok' });
        const { text } = await cms.anonymously('/_ready.txt').set(header, '203.0.113.7');
        expect(text).toMatch(/^ready\nok {6}query\n/);
        expect(text).not.toMatch(/:|\d/);
      }
    });

    it('says nothing private', async () => {
      const { text } = await cms.anonymously('/_ready');
      expect(text).not.toMatch(/@|postgres:|\/tmp|\/home|0123456789abcdef/);
      expect(text).not.toContain(cms.dataDir);
    });
  });

  describe('with scheduled jobs', () => {
    interface Job {
      name: string;
      schedule: string;
      catchUpHours: number;
      run: () => Promise<unknown>;
    }
    type Tasks = Record<string, { task: (app: Pick<CmsHere, 'strapi'>) => Promise<void> } | undefined>;
    const { cronTasks } = cmsPart<{ cronTasks: (jobs: Job[]) => Tasks }>('jobs/jobs.js');
    const runJob = async (run: Job['run']): Promise<void> => {
      await cronTasks([{ name: 'retention', schedule: '17 3 * * *', catchUpHours: 24, run }]).retention?.task(cms);
    };
    const row = () =>
      cms.strapi.db.getConnection('job_runs').where({ job: 'retention' }).first<Record<string, unknown>>('*');

    it('records when each ended, and runs it in one process at a time', async () => {
      let runs = 0;
      let end: () => void = () => undefined;
      const first = runJob(() => {
        runs += 1;
        return new Promise<void>((resolve) => (end = resolve));
      });
      await expect.poll(() => runs).toBe(1);
      await runJob(async () => (runs += 1));
      end();
      await first;
      expect(runs).toBe(1);
      expect(await row()).toMatchObject({ error: null, leased_by: null });
      expect(Number((await row())?.succeeded_at)).toBeGreaterThan(Date.now() - 60_000);
    });

    it('records one that fails by name and code of the error, and runs it again', async () => {
      await runJob(() => Promise.reject(Object.assign(new Error('ann@example.org'), { code: 'SQLITE_FULL' })));
      expect(String((await row())?.error)).toMatch(/^Error SQLITE_FULL/);
      expect(lines.at(-1)).toContain('"job":"retention"');
      expect(lines.join('\n')).not.toContain('ann@');
      await runJob(async () => undefined);
      expect(await row()).toMatchObject({ error: null });
    });
  });
});

describe('a CMS with a secret that has changed', () => {
  it('says what stops working and how to go back, until the change is accepted', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-secrets-'));
    const postgres = isPostgres ? await startPostgres() : null;
    const databaseUrl = await postgres?.createDatabase({ prepared: true });
    const startWith = (env: Record<string, string>) => startCmsHere({ dataDir, databaseUrl, env });
    const secretsOf = async (env: Record<string, string>): Promise<Finding | undefined> => {
      const one = await startWith(env);
      const { body } = await ask(one);
      await one.stop();
      return body.checks.find(({ name }) => name === 'secrets');
    };
    const changed = { LINK_SECRET: `99999999${'0123456789abcdef'.repeat(2)}` };
    try {
      expect(await secretsOf({})).toMatchObject({ status: 'ok' });
      const finding = await secretsOf(changed);
      expect(finding?.status).toBe('failed');
      expect(finding?.message).toMatch(/^LINK_SECRET is not the same as before.*private link.*Put the old value back/);
      expect(await secretsOf({ ...changed, ACCEPT_NEW_SECRETS: 'true' })).toMatchObject({ status: 'ok' });
      expect(await secretsOf(changed)).toMatchObject({ status: 'ok' });
    } finally {
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('a start without the database of an earlier installation', () => {
  it('is refused, and nothing is created or thrown away', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-lost-'));
    writeFileSync(path.join(dataDir, 'erasure-keys'), '');
    writeFileSync(path.join(dataDir, 'quiet-room.db-wal'), 'the last changes');
    const postgres = isPostgres ? await startPostgres() : null;
    const databaseUrl = await postgres?.createDatabase();
    try {
      await expect(startCmsHere({ dataDir, databaseUrl })).rejects.toThrow(
        /^There is no database at .*, but an earlier installation has left quiet-room\.db-wal and erasure-keys in/,
      );
      expect(readdirSync(dataDir)).not.toContain('quiet-room.db');
      const one = await startCmsHere({ dataDir, databaseUrl, env: { NEW_DATABASE: 'true' } });
      await one.stop();
      const kept = readdirSync(dataDir).find((name) => name.startsWith('quiet-room.db-wal')) ?? '';
      expect(readFileSync(path.join(dataDir, kept), 'utf8')).toBe('the last changes');
    } finally {
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('a start with erasures whose key is missing', () => {
  it('is refused, and says when they were made, until that is accepted', async () => {
    const dataDir = newDataDir(isPostgres ? null : 'plain');
    const erasure = { id: randomUUID(), at: '2026-11-25T10:00:00.000Z', key: '0123456789abcdef', hash: 'x' };
    writeFileSync(path.join(dataDir, 'erasures.jsonl'), `${JSON.stringify(erasure)}\n`);
    const postgres = isPostgres ? await startPostgres() : null;
    const databaseUrl = await postgres?.createDatabase({ prepared: true });
    const startWith = (env: Record<string, string>) => startCmsHere({ dataDir, databaseUrl, env });
    try {
      await expect(startWith({})).rejects.toThrow(
        /^One erasure in .* can’t be repeated \(made on 2026-11-25\).*erasure-keys.*ACCEPT_LOST_ERASURES=true/,
      );
      await (await startWith({ ACCEPT_LOST_ERASURES: 'true' })).stop();
      await (await startWith({})).stop();
    } finally {
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
