import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { participantOutcomes, type RegistrationReceipt, type RegistrationRequest } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';
import { openSql, type Sql } from '../support/sql.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { aRegistration, brokenIn } from '../support/workshops.ts';

/** A few rounds find obvious faults; a hundred are run before a release (SEATS_ROUNDS=100). */
const rounds = Number(process.env.SEATS_ROUNDS ?? 2);
const people = 200;
const places = 3;
/** In one of so many rounds, a process is killed while people register, and started again. */
const killedEvery = 2;
/** How often a publication is tried at most while SQLite is busy. */
const publishTries = 10;
const uid = 'api::workshop.workshop';

interface Answer<T> {
  status: number;
  data: T | null;
}

const post = async <T>({ url, webToken }: RunningCms, address: string, body: object): Promise<Answer<T>> => {
  const answer = await fetch(url + address, {
    method: 'POST',
    headers: { authorization: `Bearer ${webToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer === null) return { status: 0, data: null };
  return { status: answer.status, data: ((await answer.json()) as { data: T | null }).data };
};

describe.each(['sqlite', 'postgres'] as const)('two CMS processes with one workshop of three seats (%s)', (kind) => {
  let postgres: Postgres | null = null;
  let dataDir = '';
  let databaseUrl: string | undefined;
  let sql: Sql;
  const two: RunningCms[] = [];
  let ports: number[] = [];
  let admin: AdminClient;
  /** The counsellor, signed in at the other process. */
  let otherAdmin: AdminClient;

  const startOne = (port: number): Promise<RunningCms> =>
    startCms({ dataDir, databaseUrl, port, env: { DELIVER_EMAILS: 'false' } });

  beforeAll(async () => {
    if (kind === 'postgres') {
      postgres = await startPostgres();
      databaseUrl = await postgres.createDatabase();
    }
    dataDir = newDataDir(kind === 'sqlite' ? 'plain' : null);
    ports = [await freePort(), await freePort()];
    for (const port of ports) two.push(await startOne(port));
    sql = await openSql({ dataDir, databaseUrl });
    [admin, otherAdmin] = (await Promise.all(
      two.map(({ url, logins }) => AdminClient.signIn(url, logins.counsellor)),
    )) as [AdminClient, AdminClient];
  });
  afterAll(async () => {
    await sql?.close();
    await Promise.all(two.map((one) => one.stop()));
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const publish = async (slug: string, capacity: number, id?: string): Promise<string> => {
    const fields = workshopFields({
      title: slug,
      slug,
      capacity,
      sessions: [{ day: '2029-06-12', starts: '10:00:00.000', ends: '13:00:00.000' }],
    });
    const made = id ?? (await admin.create(uid, fields));
    await admin.publish(uid, made, fields);
    return made;
  };
  /** The number of publications refused with 503 because the other process was writing to SQLite. */
  let refusedPublications = 0;
  /** Retries after a 503, with growing delays, as the counsellor would. */
  const publishPatiently = async (slug: string, capacity: number, id: string): Promise<{ status: number }> => {
    for (let tries = 1; ; tries += 1) {
      const problem = await publish(slug, capacity, id).then(
        () => null,
        (error: unknown) => String(error),
      );
      if (problem === null) return { status: 200 };
      if (problem.includes('answered with 400')) return { status: 400 };
      if (kind !== 'sqlite' || !problem.includes('answered with 503') || tries === publishTries)
        throw new Error(problem);
      refusedPublications += 1;
      await pause(tries * 100);
    }
  };
  const stateOf = async (id: string): Promise<Record<string, number>> => {
    const rows = await sql.all(
      `select state, count(*) as n from registrations where workshop_id = '${id}' group by state`,
    );
    return Object.fromEntries(rows.map(({ state, n }) => [String(state), Number(n)]));
  };
  const register = (slug: string, sent: RegistrationRequest, n: number) =>
    post<RegistrationReceipt>(two[n % 2] as RunningCms, `/api/workshops/${slug}/registrations`, sent);
  const restart = async (n: number): Promise<void> => {
    const [port, dead] = [ports[n] as number, two[n] as RunningCms];
    await dead.stop();
    two[n] = await startOne(port);
  };

  /** Sends each form until it gets a response, with the same nonce. */
  const everybodyRegisters = async (
    slug: string,
    forms: readonly RegistrationRequest[],
    kills: boolean,
  ): Promise<RegistrationReceipt[]> => {
    const first = Promise.all(forms.map((form, n) => register(slug, form, n)));
    if (kills) {
      setTimeout(() => (two[1] as RunningCms).kill('SIGKILL'), 60);
      await first;
      await restart(1);
    }
    const answers = await first;
    const again = await Promise.all(
      answers.map(async (answer, n) =>
        answer.status === 0 ? register(slug, forms[n] as RegistrationRequest, 0) : answer,
      ),
    );
    expect(
      [...new Set(again.map(({ status }) => status))].filter((status) => status !== 201 && status !== 200),
    ).toEqual([]);
    return again.flatMap(({ data }) => data ?? []);
  };

  const confirmTokens = async (id: string): Promise<Map<number, string>> => {
    const rows = await sql.all(
      `select about, text from emails where kind = 'confirm-place' and about in (select 'registration:' || id from registrations where workshop_id = '${id}')`,
    );
    return new Map(
      rows.map(({ about, text }) => [
        Number(String(about).split(':')[1]),
        /confirm\/([\w.-]+)/.exec(String(text))?.[1] ?? '',
      ]),
    );
  };

  /** Returns the participants with a seat as the admin lists them. */
  const peopleIn = async (id: string): Promise<{ number: number; version: number }[]> => {
    const rows = await sql.all(
      `select id, version from registrations where workshop_id = '${id}' and state = 'confirmed' order by id desc limit 5`,
    );
    return rows.map(({ id: number, version }) => ({ number: Number(number), version: Number(version) }));
  };
  const move = async (
    at: AdminClient,
    from: string,
    to: string,
    person: { number: number; version: number },
  ): Promise<string[]> => {
    const request = { participants: [person], to };
    const { outcomes } = await at.post(participantOutcomes, `/workshops/${from}/participants/move`, request);
    return outcomes.map(({ status }) => status);
  };

  it(
    `give ${places} seats to ${people} people who register at once, and keep the counts right whatever happens at once afterwards`,
    async () => {
      const elsewhere = await publish('elsewhere', 1_000);
      const outcomes: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const slug = `round-${round}`;
        const id = await publish(slug, places);
        const forms = Array.from({ length: people }, () => aRegistration());
        const answers = await everybodyRegisters(slug, forms, round % killedEvery === killedEvery - 1);
        expect(answers.filter(({ reserved }) => reserved === 'seat')).toHaveLength(places);
        expect(new Set(answers.map(({ number }) => number)).size).toBe(people);
        expect(await stateOf(id)).toEqual({ pending: places, waitlist_pending: people - places });
        expect(await brokenIn(sql.all)).toEqual([]);

        const tokens = await confirmTokens(id);
        const some = answers.slice(0, 30).concat(answers.filter(({ reserved }) => reserved === 'seat'));
        const act = (name: string, token: string, n: number) =>
          post<{ token: string }>(two[n % 2] as RunningCms, `/api/private-registrations/${name}`, { token });
        const confirmed = await Promise.all(some.map(({ number }, n) => act('confirm', tokens.get(number) ?? '', n)));
        expect(await brokenIn(sql.all)).toEqual([]);

        // Everything at once: cancellations, accepted and declined offers, new registrations, more seats and fewer.
        const happening = await Promise.all([
          ...confirmed.flatMap(({ data }, n) =>
            ['cancel', 'accept', 'decline']
              .slice(n % 3, (n % 3) + 2)
              .map((name, of) => act(name, data?.token ?? '', n + of)),
          ),
          ...Array.from({ length: 20 }, (_, n) => register(slug, aRegistration(), n)),
          publishPatiently(slug, places + 2, id),
          publishPatiently(slug, places, id),
        ]);
        expect(happening.map(({ status }) => status).filter((status) => status >= 500 || status === 0)).toEqual([]);
        expect(await brokenIn(sql.all)).toEqual([]);

        // Both processes lock both workshops.
        const [here, there] = [await peopleIn(id), await peopleIn(elsewhere)];
        const moved = await Promise.all([
          ...here.map((person) => move(admin, id, elsewhere, person)),
          ...there.map((person) => move(otherAdmin, elsewhere, id, person)),
        ]);
        outcomes.push(...moved.flat());
        expect(await brokenIn(sql.all)).toEqual([]);
      }
      expect([...new Set(outcomes)].filter((one) => one !== 'full')).toEqual(['done']);
      expect(refusedPublications).toBeLessThanOrEqual(rounds * publishTries);
    },
    Math.max(180_000, rounds * 30_000),
  );
});
