import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { callOutcomeResponse, callPageResponse, storedCallRules } from 'shared';
import { AdminClient } from '../support/admin-client.ts';
import { openRules } from '../support/calls.ts';
import { aNonce } from '../support/comments.ts';
import { fieldOf, Reader } from '../support/reader.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';
import { cpuSeconds, median } from './process-cost.ts';
import { say } from './report.ts';
import { timeOf } from './uncached.ts';

/*
 * The page on which a call is booked, with 500 calls booked within its 60 days; and people who all want one time.
 */

const booked = 500;
const rounds = 15;
const wanting = 40;
const rivals = 8;

let people = 0;

/** One person has the form open; pressing the button is what the returned function does. */
async function withForm(site: string, starts: string): Promise<() => Promise<number>> {
  people += 1;
  const reader = new Reader(site);
  const form = await reader.get('/book');
  const typed = { channel: 'online', starts, name: 'Sam', email: `sam-${people}@example.org` };
  const sent = { ...typed, formToken: fieldOf(form.html, 'formToken') };
  return async () => (await reader.post('/book', sent)).status;
}

async function freeTimes(cms: RunningCms): Promise<string[]> {
  const answer = await fetch(`${cms.url}/api/calls`, { headers: { authorization: `Bearer ${cms.webToken}` } });
  return callPageResponse.parse(await answer.json()).data.slots;
}

/** Opens every hour of 60 days, and books 500 calls by hand. Returns a way to book and cancel nothing but a version. */
async function fillDiary(cms: RunningCms): Promise<AdminClient> {
  const admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
  const { version } = await admin.fetch(storedCallRules, '/calls/rules');
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '06:00', to: '22:00' }));
  const rules = openRules({ hours, minutes: 25, everyMinutes: 30, bufferAfter: 5, horizonDays: 60 });
  await admin.post(callOutcomeResponse, '/calls/rules', { version, rules });
  for (const starts of (await freeTimes(cms)).filter((_, n) => n % 3 === 0).slice(0, booked))
    await addByHand(admin, starts);
  return admin;
}

async function addByHand(admin: AdminClient, starts: string): Promise<void> {
  const call = { channel: 'online', starts, name: 'Sam', email: null, phone: null, notify: false, nonce: aNonce() };
  const { outcome } = await admin.post(callOutcomeResponse, '/calls', call);
  if (outcome.status !== 'done') throw new Error(`A call was not added: ${JSON.stringify(outcome)}`);
}

/** Milliseconds until the page was there, rendered anew each time, and CPU milliseconds of both processes for it. */
async function measurePage(cms: RunningCms, site: RunningWeb, admin: AdminClient) {
  const pids = [cms.pid, site.pid];
  const taken: number[] = [];
  const cpu: number[] = [];
  for (const starts of (await freeTimes(cms)).slice(-rounds)) {
    await addByHand(admin, starts);
    await pause(1300);
    const before = pids.map(cpuSeconds);
    taken.push(await timeOf([`${site.url}/book`]));
    cpu.push(pids.reduce((sum, pid, i) => sum + cpuSeconds(pid) - (before[i] ?? 0), 0) * 1000);
  }
  return { ms: median(taken), cpuMs: cpu.reduce((sum, one) => sum + one, 0) / cpu.length };
}

/** Eight people press at once for each of 40 times: one gets it, the others are offered other times. */
async function measureRivals(cms: RunningCms, site: RunningWeb) {
  const times = (await freeTimes(cms)).slice(0, wanting);
  const forms: (() => Promise<number>)[][] = [];
  for (const starts of times)
    forms.push(await Promise.all(Array.from({ length: rivals }, () => withForm(site.url, starts))));
  const taken: number[] = [];
  const began = performance.now();
  for (const presses of forms) {
    const since = performance.now();
    const statuses = await Promise.all(presses.map((press) => press()));
    taken.push(performance.now() - since);
    const won = statuses.filter((status) => status === 303).length;
    const lost = statuses.filter((status) => status === 409).length;
    if (won !== 1 || lost !== rivals - 1) throw new Error(`One time was answered with ${statuses.join(', ')}.`);
  }
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: (times.length * rivals) / seconds, bookedPerSecond: times.length / seconds, ms: median(taken) };
}

const work = mkdtempSync(path.join(tmpdir(), 'quiet-room-bench-'));
const cms = await startCms({ dataDir: work, demo: true, env: { DELIVER_EMAILS: 'false' } });
const { url: cmsUrl, webToken, webhookSecret } = cms;
const site = await startWeb({ cmsUrl, webToken, webhookSecret, env: { FORM_LIMITS: 'off' } });
try {
  say(`Booking ${booked} calls within 60 days …`);
  const admin = await fillDiary(cms);
  const page = await measurePage(cms, site, admin);
  say(`  /book rendered in ${page.ms.toFixed(1)} ms, ${page.cpuMs.toFixed(1)} CPU ms of both processes`);
  const rivalry = await measureRivals(cms, site);
  say(
    `  ${rivals} people at once for one time, ${wanting} times: ${rivalry.perSecond.toFixed(0)} answers and ` +
      `${rivalry.bookedPerSecond.toFixed(1)} bookings a second; the last of ${rivals} has an answer after ${rivalry.ms.toFixed(0)} ms`,
  );
} finally {
  await site.stop();
  await cms.stop();
  rmSync(work, { recursive: true, force: true });
}
