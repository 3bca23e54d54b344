import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AdminClient } from '../support/admin-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { fieldOf, Reader } from '../support/reader.ts';
import { startCms } from '../support/start-cms.ts';
import { startWeb } from '../support/start-web.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { type CachedPage, measureCachedPage } from './cached-page.ts';
import { median } from './process-cost.ts';
import { timeOf } from './uncached.ts';

export interface Registrations {
  database: 'SQLite' | 'PostgreSQL';
  /** Accepted (303) a second at one workshop, through the site; milliseconds from the press to the answer. */
  perSecond: number;
  p50: number;
  p99: number;
  /**
   * Milliseconds until the workshop's page was there, rendered anew, while nobody registered; and its page from the
   * cache.
   */
  uncached: number;
  cached: CachedPage[];
}

const seconds = 8;
const senders = 6;
const slug = 'a-hot-workshop';

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

let people = 0;

/** One person after the other: the form, then the press, which alone is timed. */
async function registerUntil(site: string, end: number): Promise<number[]> {
  const taken: number[] = [];
  const reader = new Reader(site);
  while (Date.now() < end) {
    people += 1;
    const form = await reader.get(`/workshops/${slug}/register`);
    const typed = { name: 'Marnie', email: `marnie-${people}@example.org`, formToken: fieldOf(form.html, 'formToken') };
    const began = performance.now();
    const { status } = await reader.post(`/workshops/${slug}/register`, typed);
    if (status !== 303) throw new Error(`Registering was answered with ${status}.`);
    taken.push(performance.now() - began);
  }
  return taken;
}

async function measureOn(
  database: Registrations['database'],
  work: string,
  databaseUrl: string | undefined,
): Promise<Registrations> {
  const cms = await startCms({
    dataDir: mkdtempSync(path.join(work, 'hot-')),
    databaseUrl,
    demo: true,
    env: { DELIVER_EMAILS: 'false' },
  });
  const site = await startWeb({
    cmsUrl: cms.url,
    webToken: cms.webToken,
    webhookSecret: cms.webhookSecret,
    env: { FORM_LIMITS: 'off' },
  });
  try {
    const admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
    const fields = workshopFields({
      title: 'A hot workshop',
      slug,
      capacity: 12,
      sessions: [{ day: '2029-06-12', starts: '10:00:00.000', ends: '13:00:00.000' }],
    });
    const id = await admin.publishWorkshop(fields);
    const rendered: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await admin.publish('api::workshop.workshop', id, fields);
      await pause(1300);
      rendered.push(await timeOf([`${site.url}/workshops/${slug}`]));
    }
    const cached = await measureCachedPage(`${site.url}/workshops/${slug}`, site.pid, work, 1);
    const end = Date.now() + seconds * 1000;
    const sorted = (await Promise.all(Array.from({ length: senders }, () => registerUntil(site.url, end))))
      .flat()
      .sort((a, b) => a - b);
    return {
      database,
      perSecond: sorted.length / seconds,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      uncached: median(rendered),
      cached,
    };
  } finally {
    await site.stop();
    await cms.stop();
  }
}

/** People who register at one workshop as fast as they are taken, on both databases; and what its page costs. */
export async function measureRegistrations(work: string): Promise<Registrations[]> {
  const postgres = await startPostgres();
  try {
    return [
      await measureOn('SQLite', work, undefined),
      await measureOn('PostgreSQL', work, await postgres.createDatabase()),
    ];
  } finally {
    await postgres.stop();
  }
}
