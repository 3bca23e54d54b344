import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  callPageResponse,
  type NextCalls,
  nextWorkshop,
  outboxStatus,
  postResponse,
  postsResponse,
  threadsResponse,
  topicsResponse,
  workshopsResponse,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

describe('the demo content', () => {
  let dataDir = '';
  let cms: RunningCms;
  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-demo-'));
    cms = await startCms({ dataDir, demo: true });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = async (asked: string): Promise<unknown> =>
    (await fetch(`${cms.url}${asked}`, { headers: { authorization: `Bearer ${cms.webToken}` } })).json();
  const published = async () => postsResponse.parse(await ask('/api/posts?pageSize=50')).data;

  const admin = async (method: string, asked: string, token?: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return fetch(`${cms.url}${asked}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  };

  it('is there after the first start, as the contract says', async () => {
    const posts = await published();
    expect(posts).toHaveLength(14);
    expect(posts.map(({ published: when }) => when)).toEqual(
      posts
        .map(({ published: when }) => when)
        .sort()
        .reverse(),
    );
    for (const { slug } of posts) {
      const { data } = postResponse.parse(await ask(`/api/posts/${slug}`));
      expect(data.readingMinutes).toBeGreaterThanOrEqual(1);
    }
    expect(topicsResponse.parse(await ask('/api/topics')).data).toHaveLength(6);
  });

  it('has times for introductory calls, and calls that the counsellor can look at', async () => {
    const page = callPageResponse.parse(await ask('/api/calls')).data;
    expect(page).toMatchObject({ state: 'open', minutes: 25, isCertain: true, channels: ['online', 'phone'] });
    expect(page.slots.length).toBeGreaterThan(20);
    const counsellor = await AdminClient.signIn(cms.url, cms.logins.counsellor);
    const { data } = (await counsellor.get('/quiet-room/calls/next')) as { data: NextCalls };
    expect([data.upcoming, data.call?.name]).toEqual([2, 'Hannah']);
    expect(page.slots).not.toContain(data.call?.starts);
  });

  it('has a thread to read, and says nothing of what waits', async () => {
    const { data, meta } = threadsResponse.parse(await ask('/api/posts/when-the-night-is-loud/comments'));
    expect(data.map(({ by, replies }) => [by.name, replies.map((reply) => reply.by)])).toEqual([
      [
        'Marian',
        [
          { kind: 'counsellor', name: 'Nora Ashby' },
          { kind: 'reader', name: 'P.' },
        ],
      ],
      ['Night shift Dave', []],
    ]);
    expect(meta.count).toBe(4);
  });

  it('has two workshops to come and one that is over, with people in them and nobody to write to', async () => {
    const coming = workshopsResponse.parse(await ask('/api/workshops')).data;
    const past = workshopsResponse.parse(await ask('/api/workshops?when=past')).data;
    expect(coming.map(({ title, state, seatsLeft, sessions }) => [title, state, seatsLeft, sessions.length])).toEqual([
      ['Self-Kindness for Therapists', 'open', 2, 1],
      ['Two Evenings for Bad Sleepers', 'open', null, 2],
    ]);
    expect(past.map(({ title, state }) => [title, state])).toEqual([['When Colleagues Grieve', 'past']]);
    const her = await AdminClient.signIn(cms.url, cms.logins.counsellor);
    const { workshop } = await her.fetch(nextWorkshop, '/workshops/next');
    expect([workshop?.counts.confirmed, workshop?.withAccessNeeds]).toEqual([
      10,
      ['Tom Brightwater', 'Ros Calloway', 'Bill Hargreave'],
    ]);
    expect(await her.fetch(outboxStatus, '/outbox')).toMatchObject({ queued: 0, failed: 0 });
  });

  it('does not come back after she has deleted all of it', async () => {
    const login = await admin('POST', '/admin/login', undefined, cms.logins.counsellor);
    const { data } = (await login.json()) as { data: { token: string } };
    const posts = '/content-manager/collection-types/api::post.post';
    const all = (await (await admin('GET', `${posts}?pageSize=100`, data.token)).json()) as {
      results: { documentId: string }[];
    };
    expect(all.results).toHaveLength(15);
    const gone = await admin('POST', `${posts}/actions/bulkDelete`, data.token, {
      documentIds: all.results.map(({ documentId }) => documentId),
    });
    expect(gone.status).toBe(200);
    await cms.stop();
    cms = await startCms({ dataDir, demo: true });
    expect(await published()).toEqual([]);
  });
});
