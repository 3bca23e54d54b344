import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Submission } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { aComment } from '../support/comments.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';
import { openSql } from '../support/sql.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

/** How long somebody else holds the lock that every write needs, in milliseconds: more than any timeout. */
const lockedMs = 20_000;

/** Keeps all others from writing until the returned function is called. */
type Lock = () => Promise<() => Promise<void>>;

const lockSqlite =
  (dataDir: string): Lock =>
  async () => {
    const file = new DatabaseSync(path.join(dataDir, 'quiet-room.db'), { timeout: 5_000 });
    file.exec('begin immediate');
    return async () => {
      file.exec('rollback');
      file.close();
    };
  };

const lockPostgres =
  (connectionString: string): Lock =>
  async () => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query('begin');
    await client.query('lock table comments in exclusive mode');
    return () => client.end();
  };

describe.each(['sqlite', 'postgres'] as const)('a CMS (%s)', (kind) => {
  let postgres: Postgres | null = null;
  let databaseUrl: string | undefined;
  let dataDir = '';
  let cms: RunningCms;
  /** Every form that was sent, and whether it was acknowledged. */
  const sent = new Map<Submission, boolean>();

  beforeAll(async () => {
    dataDir = newDataDir(kind === 'sqlite' ? 'plain' : null);
    if (kind === 'postgres') {
      postgres = await startPostgres({ own: true });
      databaseUrl = await postgres.createDatabase();
    }
    cms = await startCms({ dataDir, databaseUrl });
    const counsellor = await AdminClient.signIn(cms.url, cms.logins.counsellor);
    await counsellor.publishPost({ title: 'A post', slug: 'a-post', body: paragraphs('Words.') });
  });
  afterAll(async () => {
    await cms?.stop();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Sends a form and returns the status of the response. */
  const send = async (form: Submission): Promise<number> => {
    const response = await fetch(`${cms.url}/api/posts/a-post/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cms.webToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    await response.arrayBuffer();
    sent.set(form, sent.get(form) === true || response.status === 201 || response.status === 200);
    return response.status;
  };
  /** Sends one form after another until `done`, waits a little between two; returns the statuses. */
  const sendUntil = async (done: () => boolean): Promise<Set<number>> => {
    const statuses = new Set<number>();
    for (; !done(); await pause(20)) statuses.add(await send(aComment()));
    return statuses;
  };
  const signIn = async (): Promise<number> => {
    const response = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(cms.logins.counsellor),
    });
    return response.status;
  };
  const expectAcknowledgedOnce = async (): Promise<void> => {
    const sql = await openSql({ dataDir, databaseUrl });
    const nonces = (await sql.all('select nonce from comments')).map(({ nonce }) => nonce).sort();
    await sql.close();
    expect(new Set(nonces).size).toBe(nonces.length);
    for (const [{ nonce }, isAcknowledged] of sent) if (isAcknowledged) expect(nonces).toContain(nonce);
  };

  it('loses no acknowledged comment while the database is locked for 20 s, and writes again afterwards', async () => {
    let isOver = false;
    const release = await (databaseUrl === undefined ? lockSqlite(dataDir) : lockPostgres(databaseUrl))();
    const sending = sendUntil(() => isOver);
    const end = performance.now() + lockedMs;
    // Whoever only waits for the lock holds up nobody else. Work in the background may, for a second at a time.
    while (performance.now() < end) {
      expect((await fetch(`${cms.url}/_health`, { signal: AbortSignal.timeout(10_000) })).status).toBe(204);
      await pause(500);
    }
    await release();
    isOver = true;
    const statuses = await sending;
    // The last one may have been waiting when the lock was released.
    for (const status of statuses) expect([201, 503]).toContain(status);
    expect(statuses).toContain(503);
    expect(await send(aComment())).toBe(201);
    await expectAcknowledgedOnce();
  }, 90_000);

  // SQLite is a part of the process and is not restarted alone.
  if (kind === 'postgres') {
    it('loses no acknowledged comment when its database is restarted, and need not be restarted itself', async () => {
      let isOver = false;
      const sending = sendUntil(() => isOver);
      await postgres?.restart(async () => {
        await pause(1_000);
        expect(await signIn()).toBe(503);
      });
      await expect.poll(signIn).toBe(200);
      await expect.poll(() => send(aComment())).toBe(201);
      isOver = true;
      for (const status of await sending) expect([201, 503]).toContain(status);
      for (const [form, isAcknowledged] of sent) if (!isAcknowledged) expect([200, 201]).toContain(await send(form));
      await expectAcknowledgedOnce();
    }, 90_000);
  }
});
