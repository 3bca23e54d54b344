import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

const editions = 24;
/** A request that is sent this long after a publication gets it, in milliseconds, on a machine that keeps up. */
const promise = 2000;
/** The site gives up a page of which the CMS has not sent the content within this time, in milliseconds. */
const cmsTimeout = 5000;
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

const duration = ({ sentAt, arrivedAt }: Reading): number => arrivedAt - sentAt;

/**
 * Returns how old a response may be: what is promised, and the longest that anything took here, because on a busy
 * machine the site learns of a change that much later.
 */
const allowedAge = (readings: readonly Reading[]): number => promise + Math.max(...readings.map(duration));

/** Whether a response is none that the site promises: it may only say that the CMS was too slow, and then it was. */
const isBroken = (reading: Reading): boolean =>
  reading.status === 503 ? duration(reading) < cmsTimeout : reading.status !== 200 || reading.editions.length === 0;

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

  it('two dozen times while people read is never served more than 2 s late, and never empty', async () => {
    const committed = [performance.now()];
    const readings: Reading[] = [];
    const places = [told, untold].flatMap(({ url }) => [`${url}/blog/${slug}`, `${url}/blog`, `${url}/feed.xml`]);
    let publishing = true;
    const readUntilPublished = async (place: string): Promise<void> => {
      while (publishing) {
        readings.push(await read(place));
        await pause(50);
      }
    };
    const publishAll = async (): Promise<void> => {
      try {
        for (let edition = 1; edition <= editions; edition += 1) {
          await admin.publish('api::post.post', id, fields(edition));
          committed[edition] = performance.now();
        }
      } finally {
        publishing = false;
      }
    };
    await Promise.all([publishAll(), ...places.map(readUntilPublished)]);
    for (const place of places) await expect.poll(async () => (await read(place)).editions).toContain(editions);

    expect(readings.find(isBroken)).toBeUndefined();
    const full = readings.filter(({ status }) => status === 200);
    const oldest = (moment: 'sentAt' | 'arrivedAt') =>
      Math.round(Math.max(...full.map((reading) => ageAt(reading[moment], reading, committed))));
    process.stdout.write(
      `${database}: ${editions} editions, ${readings.length} answers in ${places.length} places, oldest ` +
        `${oldest('sentAt')} ms when requested, ${oldest('arrivedAt')} ms when it arrived, ` +
        `${Math.round(allowedAge(readings))} allowed\n`,
    );
    // Every URL was read while it changed. How often depends on the machine.
    for (const place of places) {
      const seen = new Set(readings.flatMap((reading) => (reading.place === place ? reading.editions : [])));
      expect(seen.size, place).toBeGreaterThan(1);
    }
    expect(oldest('sentAt')).toBeLessThan(allowedAge(readings));
  }, 240_000);

  it('is visible to the next reader within 2 s, with the webhook and without', async () => {
    for (const [site, times] of [
      [told, 3],
      [untold, 3],
    ] as const) {
      const waits: number[] = [];
      const readings: Reading[] = [];
      for (let time = 0; time < times; time += 1) {
        const edition = editions + 1 + (site === untold ? times : 0) + time;
        await read(`${site.url}/blog/${slug}`);
        await admin.publish('api::post.post', id, fields(edition));
        const committed = performance.now();
        let reading = await read(`${site.url}/blog/${slug}`);
        for (; !reading.editions.includes(edition); reading = await read(reading.place)) {
          readings.push(reading);
          await pause(5);
        }
        readings.push(reading);
        waits.push(reading.sentAt - committed);
      }
      process.stdout.write(
        `${database}, ${site === told ? 'with' : 'without'} the webhook: visible after ${waits.map(Math.round).join(', ')} ms\n`,
      );
      expect(Math.max(...waits)).toBeLessThan(allowedAge(readings));
    }
  });
});
