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
import { measureSending, type Sending } from './submissions.ts';
import { timeOf } from './uncached.ts';

/** Registrations at one workshop, through the site. */
export interface Registrations extends Sending {
  database: 'SQLite' | 'PostgreSQL';
  /**
   * Milliseconds until the workshop's page was there, rendered anew, while nobody registered; and its page from the
   * cache.
   */
  uncached: number;
  cached: CachedPage[];
}

const slug = 'a-hot-workshop';

let people = 0;

/** One person fills in the form, and then presses the button, which alone is timed. */
async function sendRegistration(site: string): Promise<number> {
  people += 1;
  const reader = new Reader(site);
  const form = await reader.get(`/workshops/${slug}/register`);
  const typed = { name: 'Marnie', email: `marnie-${people}@example.org`, formToken: fieldOf(form.html, 'formToken') };
  const began = performance.now();
  const { status } = await reader.post(`/workshops/${slug}/register`, typed);
  if (status !== 303) throw new Error(`Registering was answered with ${status}.`);
  return performance.now() - began;
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
    const sending = await measureSending({
      url: `${site.url}/workshops/${slug}`,
      pids: { cms: cms.pid, site: site.pid },
      send: () => sendRegistration(site.url),
    });
    return { database, ...sending, uncached: median(rendered), cached };
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
