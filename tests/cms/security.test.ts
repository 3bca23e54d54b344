import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsEnvironment, top } from '../support/cms-settings.ts';

describe('the CMS on the internet', () => {
  let cms: CmsHere;
  beforeAll(async () => {
    cms = await startCmsHere();
  });
  afterAll(() => cms.stop());
  const ask = () => request(cms.strapi.server.httpServer);

  it('says nothing about itself and lets nothing in, on every answer', async () => {
    for (const path of ['/admin', '/api/posts', '/nothing', '/uploads/nothing.png']) {
      const { headers } = await ask().get(path).set('origin', 'https://elsewhere.example');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe/);
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
    }
  });

  it('leads from its bare address to the admin', async () => {
    const answer = await ask().get('/');
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toMatch(/\/admin$/);
  });

  it('takes 64 kB from strangers, and a post of 20,000 words from her', async () => {
    const stranger = await ask()
      .post('/admin/login')
      .send({ email: 'a@example.org', password: 'x'.repeat(70_000) });
    expect(stranger.status).toBe(413);
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const text = 'steadily '.repeat(100);
    const body = Array.from({ length: 200 }, () => ({
      type: 'paragraph',
      children: Array.from({ length: 2 }, (_, i) => ({
        type: 'text',
        text: text.slice(0, 450),
        ...(i ? { bold: true } : {}),
      })),
    }));
    const answer = await counsellor
      .post('/content-manager/collection-types/api::post.post')
      .send({ title: 'Long', body });
    expect(answer.status, answer.text.slice(0, 200)).toBe(201);
  });

  it('does not repeat what it could not read', async () => {
    const answer = await ask()
      .post('/admin/login')
      .set('content-type', 'application/json')
      .send('{"password": "hunter2');
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('hunter2');
  });

  it('lets one address guess ten times, whatever the names', async () => {
    const guess = (n: number) =>
      ask()
        .post('/admin/login')
        .send({ email: `guess-${n}@example.org`, password: 'Guess1234' });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await guess(n)).status);
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
    const refused = await guess(99);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body.error.message).toMatch(/wait/);
  });
});

describe('a start with weak secrets', () => {
  const start = (faults: Record<string, string>) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-weak-'));
    const env = { ...process.env, ...cmsEnvironment({ dataDir, port: 9 }), ...faults };
    const cms = spawnSync(process.execPath, ['dist/src/cli/serve.js'], {
      cwd: path.join(top, 'cms'),
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    rmSync(dataDir, { recursive: true, force: true });
    return cms;
  };

  it('ends at once and names each of them', () => {
    const { status, stderr } = start({ ADMIN_JWT_SECRET: 'tobemodified', WEB_TOKEN: '', WEBHOOK_SECRET: 'short' });
    expect(status).toBe(78);
    const sentences = stderr.split('\n').filter((line) => line.startsWith('- '));
    expect(sentences.map((line) => line.split(' ')[1])).toEqual(['ADMIN_JWT_SECRET', 'WEB_TOKEN', 'WEBHOOK_SECRET']);
    expect(stderr).not.toContain('tobemodified');
  });
});
