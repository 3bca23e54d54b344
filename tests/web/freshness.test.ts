import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

const editions = 100;
/** How long before a response arrived its content may have been replaced, in milliseconds. */
const promise = 2000;
const slug = 'a-post-that-keeps-changing';

const fields = (edition: number) => ({
  title: `Edition ${edition} of a post`,
  slug,
  body: paragraphs(`Words of edition ${edition}, kept short.`),
});

interface Reading {
  place: string;
  at: number;
  status: number;
  /** Every edition that the response mentions. */
  editions: number[];
}

async function read(place: string): Promise<Reading> {
  const answer = await fetch(place);
  const text = await answer.text();
  return {
    place,
    at: performance.now(),
    status: answer.status,
    editions: [...text.matchAll(/[Ee]dition (\d+)/g)].map(([, n]) => Number(n)),
  };
}

/** Returns how long before a response arrived the next edition had been committed; 0 if the response is up to date. */
function ageOf({ at, editions: seen }: Reading, committed: readonly number[]): number {
  const next = committed[Math.min(...seen) + 1];
  return next === undefined ? 0 : Math.max(0, at - next);
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
    await told.stop();
    await untold.stop();
    await cms.stop();
    await postgres?.stop();
  });

  it('a hundred times while people read is never served more than 2 s late, and never empty', async () => {
    const committed = [performance.now()];
    const readings: Reading[] = [];
    const places = [told, untold].flatMap(({ url }) => [`${url}/blog/${slug}`, `${url}/blog`, `${url}/feed.xml`]);
    let publishing = true;
    const readers = places.map(async (place) => {
      while (publishing) {
        readings.push(await read(place));
        await pause(20);
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
    const ages = readings.map((reading) => ageOf(reading, committed));
    const worst = Math.max(...ages);
    process.stdout.write(
      `${database}: ${editions} editions, ${readings.length} answers in ${places.length} places, oldest ${Math.round(worst)} ms\n`,
    );
    // Every URL was read while it changed. How often depends on the machine, so it is not counted.
    for (const place of places) {
      const seen = new Set(readings.flatMap((reading) => (reading.place === place ? reading.editions : [])));
      expect(seen.size, place).toBeGreaterThan(editions / 10);
    }
    expect(worst).toBeLessThan(promise);
    for (const place of places) {
      const last = readings.filter((reading) => reading.place === place).at(-1);
      expect(last?.editions, place).toContain(editions);
    }
  }, 240_000);

  it('is visible to the next reader within 2 s, with the webhook and without', async () => {
    for (const [site, times] of [
      [told, 5],
      [untold, 5],
    ] as const) {
      const waits: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const edition = editions + 1 + (site === untold ? times : 0) + time;
        await read(`${site.url}/blog/${slug}`);
        await admin.publish('api::post.post', id, fields(edition));
        const committed = performance.now();
        while (!(await read(`${site.url}/blog/${slug}`)).editions.includes(edition)) await pause(5);
        waits.push(performance.now() - committed);
      }
      process.stdout.write(
        `${database}, ${site === told ? 'with' : 'without'} the webhook: visible after ${waits.map(Math.round).join(', ')} ms\n`,
      );
      expect(Math.max(...waits)).toBeLessThan(promise);
    }
  });
});
