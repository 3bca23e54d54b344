import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BookedCall, callOutcomeResponse, type CallPage, type CallRequest } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { aCall, everyDay } from '../support/call-bookings.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { openSql, type Sql } from '../support/sql.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

/** Twenty rounds find obvious faults; a hundred are run before a release (CALL_ROUNDS=100). */
const rounds = Number(process.env.CALL_ROUNDS ?? 20);
const people = 200;
const times = 3;
/** In one of so many rounds, a process is killed while people book, and started again. */
const killedEvery = 7;

/** Calls of half an hour at each hour, so that no time is in the way of another: six cells each. */
const rules = { ...everyDay, minutes: 30, everyMinutes: 60, bufferBefore: 0, bufferAfter: 0 };
const cellsOfCall = 6;

interface Answer {
  /** 0 without a response. */
  status: number;
  data: BookedCall | null;
}

const bookAt = async ({ url, webToken }: RunningCms, request: CallRequest): Promise<Answer> => {
  const answer = await fetch(`${url}/api/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${webToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as { data: BookedCall | null } | null;
  return answer && body ? { status: answer.status, data: body.data } : { status: 0, data: null };
};

/** Each of these statements counts what must not be. */
const brokenCounts = {
  'calls that overlap': `select count(*) as n from calls a join calls b on a.id < b.id
    where a.state = 'booked' and b.state = 'booked' and a.busy_from < b.busy_until and b.busy_from < a.busy_until`,
  'cells of no booked call': `select count(*) as n from call_cells
    where call_id not in (select id from calls where state = 'booked')`,
  'booked calls without all of their cells': `select count(*) as n from calls
    where state = 'booked' and (select count(*) from call_cells where call_id = calls.id) <> ${cellsOfCall}`,
  'booked calls without exactly one confirmation': `select count(*) as n from calls
    where (select count(*) from emails where kind = 'call-booked' and "to" = calls.email) <> 1`,
} as const;

describe.each(['sqlite', 'postgres'] as const)('two CMS processes with three times for two hundred (%s)', (kind) => {
  let postgres: Postgres | null = null;
  let dataDir = '';
  let databaseUrl: string | undefined;
  let sql: Sql;
  let ports: number[] = [];
  const two: RunningCms[] = [];

  const startOne = (port: number): Promise<RunningCms> =>
    startCms({ dataDir, databaseUrl, port, env: { DELIVER_EMAILS: 'false' } });

  beforeAll(async () => {
    if (kind === 'postgres') {
      postgres = await startPostgres();
      databaseUrl = await postgres.createDatabase();
    }
    dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-calls-'));
    ports = [await freePort(), await freePort()];
    for (const port of ports) two.push(await startOne(port));
    sql = await openSql({ dataDir, databaseUrl });
    const [{ url, logins }] = two as [RunningCms];
    const admin = await AdminClient.signIn(url, logins.counsellor);
    await admin.post(callOutcomeResponse, '/calls/rules', { version: 1, rules });
  });
  afterAll(async () => {
    await sql?.close();
    await Promise.all(two.map((one) => one.stop()));
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const freeStarts = async ({ url, webToken }: RunningCms): Promise<string[]> => {
    const answer = await fetch(`${url}/api/calls`, { headers: { authorization: `Bearer ${webToken}` } });
    return ((await answer.json()) as { data: CallPage }).data.slots;
  };

  /** Everybody sends at once; whoever gets no response sends the same form again, to the process that lives. */
  const everybodyBooks = async (requests: readonly CallRequest[], killedAfterMs: number | null): Promise<Answer[]> => {
    const pressed = Promise.all(requests.map((request, n) => bookAt(two[n % 2] as RunningCms, request)));
    if (killedAfterMs === null) return pressed;
    const dying = two[1] as RunningCms;
    setTimeout(() => dying.kill('SIGKILL'), killedAfterMs);
    const answers = await pressed;
    await dying.stop();
    const again = await Promise.all(
      answers.map(async (answer, n) =>
        answer.status === 0 ? bookAt(two[0] as RunningCms, requests[n] as CallRequest) : answer,
      ),
    );
    two[1] = await startOne(ports[1] as number);
    return again;
  };

  it(
    'give each time to one person and another time to everybody else',
    async () => {
      let unanswered = 0;
      for (let round = 0; round < rounds; round += 1) {
        const starts = (await freeStarts(two[0] as RunningCms)).slice(0, times);
        const requests = Array.from({ length: people }, (_, n) => aCall(starts[n % times] ?? ''));
        const isKilled = round % killedEvery === killedEvery - 1;
        const answers = await everybodyBooks(requests, isKilled ? 20 + ((round * 37) % 200) : null);
        const booked = answers.filter(({ status }) => status === 201 || status === 200);
        unanswered += answers.filter(({ status }) => status === 200).length;
        expect(booked.map(({ data }) => data?.starts).toSorted()).toEqual(starts);
        expect(answers.filter(({ status }) => status === 409)).toHaveLength(people - times);
        const stored = await sql.all(`select id from calls where state = 'booked'`);
        expect(stored).toHaveLength((round + 1) * times);
        for (const { data } of booked) expect(stored.map(({ id }) => Number(id))).toContain(data?.number);
        for (const [what, statement] of Object.entries(brokenCounts))
          expect([what, Number((await sql.all(statement))[0]?.n)]).toEqual([what, 0]);
      }
      // Committed, and acknowledged only when it was sent again.
      expect(unanswered).toBeLessThanOrEqual(rounds);
    },
    Math.max(180_000, rounds * 30_000),
  );
});
