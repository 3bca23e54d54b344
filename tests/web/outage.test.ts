import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb, type WebOptions } from '../support/start-web.ts';

let cms: RunningCms;
let site: RunningWeb;
let dataDir: string;
let options: WebOptions;

beforeEach(async () => {
  cms = await startCms({ demo: true });
  dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-web-'));
  // One port for all restarts, because its URL is part of its pages.
  options = {
    cmsUrl: cms.url,
    webToken: cms.webToken,
    webhookSecret: cms.webhookSecret,
    dataDir,
    port: await freePort(),
  };
  site = await startWeb(options);
});
afterEach(async () => {
  await site.stop();
  await cms.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Requests a page and returns what came, when it was requested (`began`) and how many milliseconds that took. */
async function read(place: string) {
  const began = performance.now();
  const answer = await fetch(site.url + place);
  const text = await answer.text();
  return { status: answer.status, text, began, ms: performance.now() - began, headers: answer.headers };
}

async function firstPost(): Promise<string> {
  return /\/blog\/[a-z0-9-]+/.exec((await read('/blog')).text)?.[0] ?? '';
}

/** How long the site waits for a CMS that does not answer, in milliseconds. */
const cmsTimeout = 3000;

/** Expects pages that were read before to be served without waiting for the CMS, and the others to be 503. */
async function expectKnownPages(known: readonly string[]): Promise<void> {
  const readAll = async (): Promise<number[]> => {
    const waits: number[] = [];
    for (const place of known) {
      const { status, ms } = await read(place);
      expect(status, place).toBe(200);
      expect(ms, place).toBeLessThan(2 * cmsTimeout);
      waits.push(ms);
    }
    await pause(100);
    return waits;
  };
  // A request may wait for the CMS until the site has noticed that it is down; no request after that.
  for (const end = performance.now() + cmsTimeout + 1000; performance.now() < end;) await readAll();
  const waits: number[] = [];
  for (let round = 0; round < 20; round += 1) waits.push(...(await readAll()));
  expect(Math.max(...waits)).toBeLessThan(cmsTimeout / 2);
  const never = await read('/blog/never-read-before');
  expect({
    status: never.status,
    retry: never.headers.get('retry-after'),
    cache: never.headers.get('cache-control'),
  }).toEqual({ status: 503, retry: '10', cache: 'no-store' });
  expect(never.text).toContain('116 123');
  expect((await read('/help-now')).status).toBe(200);
}

describe('a site whose CMS', () => {
  it('was killed serves cached pages, also after a restart', async () => {
    const known = ['/', '/blog', await firstPost()];
    for (const place of known) expect((await read(place)).status, place).toBe(200);
    cms.kill('SIGKILL');
    await expectKnownPages(known);
    const unknown = (await read('/blog/never-read-before')).text;
    for (const shown of ['Quiet Room Counselling', 'href="/about"', await firstPost(), 'href="/topics/'])
      expect(unknown).toContain(shown);

    await site.stop();
    site = await startWeb(options);
    await expectKnownPages(known);
  });

  it('is frozen serves cached pages, and new content within 2 s after it wakes', async () => {
    const admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
    const fields = { title: 'Before the frost', slug: 'before-the-frost', body: paragraphs('Words before.') };
    const id = await admin.publishPost(fields);
    const place = '/blog/before-the-frost';
    await expect.poll(async () => (await read(place)).status).toBe(200);
    for (const known of ['/', '/blog']) expect((await read(known)).status, known).toBe(200);

    cms.kill('SIGSTOP');
    await expectKnownPages(['/', '/blog', place]);
    // Sent while the CMS is frozen, and committed as soon as it wakes.
    const publishing = admin.publish('api::post.post', id, { ...fields, body: paragraphs('Words after.') });
    await pause(100);
    cms.kill('SIGCONT');
    await publishing;
    const woken = performance.now();
    for (let answer = await read(place); !answer.text.includes('Words after.'); answer = await read(place)) {
      expect(answer.began - woken).toBeLessThan(2000);
      await pause(20);
    }
    await expect.poll(async () => (await read('/blog/never-read-before')).status).toBe(404);
  });

  it('was never reachable answers 503 and still shows the help lines', async () => {
    cms.kill('SIGKILL');
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
    site = await startWeb(options);
    const home = await read('/');
    expect([home.status, home.headers.get('retry-after')]).toEqual([503, '10']);
    expect(home.text).toContain('116 123');
    expect((await read('/help-now')).status).toBe(200);
  });
});
