import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

const editions = 40;
/**
 * A request that is sent this long after a publication gets it, in milliseconds. How long the response itself then
 * takes depends on what else the machine does.
 */
const promise = 2000;
const slug = 'a-post-that-keeps-changing';

const fields = (edition: number) => ({
  title: `Edition ${edition} of a post`,
  slug,
  body: paragraphs(`Words of edition ${edition}, kept short.`),
});

interface Reading {
  place: string;
  /** When the request was sent and when the response had arrived, in milliseconds. */
  sentAt: number;
  arrivedAt: number;
  status: number;
  /** Every edition that the response mentions. */
  editions: number[];
}

async function read(place: string): Promise<Reading> {
  const sentAt = performance.now();
  const answer = await fetch(place);
  const text = await answer.text();
  return {
    place,
    sentAt,
    arrivedAt: performance.now(),
    status: answer.status,
    editions: [...text.matchAll(/[Ee]dition (\d+)/g)].map(([, n]) => Number(n)),
  };
}

/** Returns how long before a moment the next edition had been committed; 0 if the response was up to date then. */
function ageAt(moment: number, { editions: seen }: Reading, committed: readonly number[]): number {
  const next = committed[Math.min(...seen) + 1];
  return next === undefined ? 0 : Math.max(0, moment - next);
}

describe.each(['sqlite', 'postgres'] as const)('a post published %s', (database) => {
  let postgres: Postgres | undefined;
  let cms: RunningCms;
  let told: RunningWeb;
  let untold: RunningWeb;
  let admin: AdminClient;
  let id: string;

  beforeAll(async () => {
    if (database === 'postgres') postgres = await startPostgres();
    const port = await freePort();
    cms = await startCms({
      demo: true,
      siteUrl: `http://127.0.0.1:${port}`,
      databaseUrl: await postgres?.createDatabase(),
    });
    const { url: cmsUrl, webToken, webhookSecret } = cms;
    // The webhook reaches one of two processes, as behind a load balancer; the other only polls.
    told = await startWeb({ cmsUrl, webToken, webhookSecret, port });
    untold = await startWeb({ cmsUrl, webToken, webhookSecret });
    admin = await AdminClient.signIn(cmsUrl, cms.logins.counsellor);
    id = await admin.publishPost(fields(0));
  });
  afterAll(async () => {
    await told?.stop();
    await untold?.stop();
    await cms?.stop();
    await postgres?.stop();
  });

  it('forty times while people read is never served more than 2 s late, and never empty', async () => {
    const committed = [performance.now()];
    const readings: Reading[] = [];
    const places = [told, untold].flatMap(({ url }) => [`${url}/blog/${slug}`, `${url}/blog`, `${url}/feed.xml`]);
    let publishing = true;
    const readers = places.map(async (place) => {
      while (publishing) {
        readings.push(await read(place));
        await pause(50);
      }
    });
    for (let edition = 1; edition <= editions; edition += 1) {
      await admin.publish('api::post.post', id, fields(edition));
      committed[edition] = performance.now();
    }
    await pause(promise + 500);
    publishing = false;
    await Promise.all(readers);

    expect(readings.find(({ status, editions: seen }) => status !== 200 || seen.length === 0)).toBeUndefined();
    const oldest = (moment: 'sentAt' | 'arrivedAt') =>
      Math.round(Math.max(...readings.map((reading) => ageAt(reading[moment], reading, committed))));
    process.stdout.write(
      `${database}: ${editions} editions, ${readings.length} answers in ${places.length} places, oldest ` +
        `${oldest('sentAt')} ms when requested, ${oldest('arrivedAt')} ms when it arrived\n`,
    );
    // Every URL was read while it changed. How often depends on the machine.
    for (const place of places) {
      const seen = new Set(readings.flatMap((reading) => (reading.place === place ? reading.editions : [])));
      expect(seen.size, place).toBeGreaterThan(2);
    }
    expect(oldest('sentAt')).toBeLessThan(promise);
    for (const place of places) {
      const last = readings.filter((reading) => reading.place === place).at(-1);
      expect(last?.editions, place).toContain(editions);
    }
  }, 240_000);

  it('is visible to the next reader within 2 s, with the webhook and without', async () => {
    for (const [site, times] of [
      [told, 3],
      [untold, 3],
    ] as const) {
      const waits: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const edition = editions + 1 + (site === untold ? times : 0) + time;
        await read(`${site.url}/blog/${slug}`);
        await admin.publish('api::post.post', id, fields(edition));
        const committed = performance.now();
        let reading = await read(`${site.url}/blog/${slug}`);
        for (; !reading.editions.includes(edition); reading = await read(reading.place)) await pause(5);
        waits.push(reading.sentAt - committed);
      }
      process.stdout.write(
        `${database}, ${site === told ? 'with' : 'without'} the webhook: visible after ${waits.map(Math.round).join(', ')} ms\n`,
      );
      expect(Math.max(...waits)).toBeLessThan(promise);
    }
  });
});
