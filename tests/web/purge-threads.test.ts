import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesWith } from '../support/files-with.ts';
import { freePort } from '../support/free-port.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

let cms: RunningCms;
let site: RunningWeb;
/** The CMS does not know that it exists. */
let other: RunningWeb;
const trace = 'a lighthouse with a green door';
const email = 'quinn.oduya@example.org';

beforeAll(async () => {
  const port = await freePort();
  cms = await startCms({ demo: true, siteUrl: `http://127.0.0.1:${port}` });
  site = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, webhookSecret: cms.webhookSecret, port });
  other = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, webhookSecret: cms.webhookSecret });
});
const folders: string[] = [];
afterAll(async () => {
  await other.stop();
  await site.stop();
  await cms.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const asWeb = async <T>(path: string, body?: object): Promise<T> => {
  const headers = { authorization: `Bearer ${cms.webToken}`, 'content-type': 'application/json' };
  const answer = await fetch(
    `${cms.url}${path}`,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  return ((await answer.json()) as { data: T }).data;
};

const asHer = async () => {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(cms.logins.counsellor),
  });
  const { data } = (await signedIn.json()) as { data: { token: string } };
  return async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${cms.url}/quiet-room${path}`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${data.token}` },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { data: T }).data;
  };
};

const until = async (come: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) if (await come()) return;
  throw new Error('It did not come to that within 20 s.');
};

describe('an erasure', () => {
  it('purges the pages with a person’s comments from the memory and disk of every site process, also of one that was down', async () => {
    const [post] = await asWeb<{ slug: string }[]>('/api/posts');
    const slug = post?.slug ?? '';
    const { number } = await asWeb<{ number: number }>(`/api/posts/${slug}/comments`, {
      name: 'Quinn',
      email,
      text: `I live in ${trace}.`,
      audience: 'everyone',
      notifyOnApproval: true,
      notifyOnReply: false,
      consent: true,
      nonce: 'A'.repeat(22),
      parent: null,
      honeypot: false,
      network: null,
    });
    const tell = await asHer();
    await tell(`/comments/${number}/open`, {});
    await tell('/comments/decide', { decision: 'approve', comments: [{ number, version: 1, state: 'waiting' }] });
    for (const { url, dataDir } of [site, other]) {
      await until(async () => (await (await fetch(`${url}/blog/${slug}`)).text()).includes(trace));
      await until(() => filesWith(dataDir, [trace]).length > 0);
    }
    // Another is down while something is erased, and comes back with its copies.
    const down = mkdtempSync(path.join(tmpdir(), 'quiet-room-web-down-'));
    folders.push(down);
    cpSync(other.dataDir, down, { recursive: true });
    expect(await tell('/privacy/erase', { address: email })).toMatchObject({
      comments: 1,
      addresses: 1,
      pages: 'purged',
    });
    expect(filesWith(site.dataDir, [trace])).toEqual([]);
    expect(await (await fetch(`${site.url}/blog/${slug}`)).text()).not.toContain(trace);
    await pause(300);
    expect(filesWith(site.dataDir, [trace])).toEqual([]);
    await until(() => filesWith(other.dataDir, [trace]).length === 0);
    expect(filesWith(down, [trace])).not.toEqual([]);
    const { port } = new URL(other.url);
    await other.stop();
    other = await startWeb({
      ...{ cmsUrl: cms.url, webToken: cms.webToken, webhookSecret: cms.webhookSecret },
      ...{ dataDir: down, port: Number(port) },
    });
    await until(() => filesWith(down, [trace]).length === 0);
  });

  it('can be requested by the CMS only', async () => {
    const send = async (authorization: string, body: string) =>
      (await fetch(`${site.url}/webhooks/purge-threads`, { method: 'POST', headers: { authorization }, body })).status;
    expect([
      await send('Bearer x', '{"slugs":[]}'),
      await send(`Bearer ${cms.webhookSecret}`, 'x'),
      await send(`Bearer ${cms.webhookSecret}`, '{"slugs":[]}'),
    ]).toEqual([401, 400, 204]);
  });
});
