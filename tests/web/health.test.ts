import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cmsEnvironment, top } from '../support/cms-settings.ts';
import { freePort } from '../support/free-port.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

describe('a site that is started while there is no CMS', () => {
  let site: RunningWeb;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-no-cms-'));

  beforeAll(async () => {
    chmodSync(dataDir, 0o755);
    const { WEB_TOKEN: webToken, WEBHOOK_SECRET: webhookSecret } = cmsEnvironment({ dataDir, port: 9 });
    site = await startWeb({ cmsUrl: `http://127.0.0.1:${await freePort()}`, webToken, webhookSecret, dataDir });
  });
  afterAll(async () => {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is alive, and serves the help lines', async () => {
    expect((await fetch(`${site.url}/_health`)).status).toBe(204);
    const help = await fetch(`${site.url}/help-now`);
    expect([help.status, await help.text()]).toEqual([200, expect.stringContaining('116 123')]);
  });

  it('answers monitors that ask with HEAD, and refuses other methods', async () => {
    const statuses = async (method: string): Promise<number[]> =>
      Promise.all(
        ['/_health', '/_ready', '/_ready.txt'].map(async (at) => (await fetch(site.url + at, { method })).status),
      );
    expect(await statuses('HEAD')).toEqual([204, 503, 503]);
    expect(await statuses('DELETE')).toEqual([405, 405, 405]);
  });

  it('is not ready, and says why as JSON and as text, and nothing private', async () => {
    const response = await fetch(`${site.url}/_ready`);
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { status, checks } = JSON.parse(text) as { status: string; checks: { name: string; status: string }[] };
    expect(status).toBe('not-ready');
    expect(checks.map((check) => [check.name, check.status])).toEqual([
      ['CMS', 'failed'],
      ['free space', 'ok'],
      ['page cache', 'ok'],
    ]);
    const asText = await fetch(`${site.url}/_ready.txt`);
    expect([asText.status, asText.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(await asText.text()).toMatch(
      /^not-ready\nfailed {2}CMS: The CMS has not answered since the site was started/,
    );
    expect(text).not.toMatch(/127\.0\.0\.1|\/tmp|0123456789abcdef/);
  });

  it('tells the reasons on the machine itself only', async () => {
    for (const header of ['x-forwarded-for', 'forwarded']) {
      const headers = { [header]: '203.0.113.7' };
      const { checks } = (await (await fetch(`${site.url}/_ready`, { headers })).json()) as { checks: object[] };
      expect(checks[1]).toEqual({ name: 'free space', status: 'ok' });
      const text = await (await fetch(`${site.url}/_ready.txt`, { headers })).text();
      expect(text).toBe('not-ready\nfailed  CMS\nok      free space\nok      page cache\n');
    }
  });

  it('writes its log as JSON, and closes its folder to others', () => {
    const lines = site.output().trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ process: 'site', message: expect.any(String) });
    expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700');
    expect((statSync(path.join(dataDir, 'page-cache')).mode & 0o777).toString(8)).toBe('700');
  });
});

describe('an error of the site that nobody caught', () => {
  // Two signals stand for what may fail in a library: a promise that nobody waits for, and a callback that throws.
  const failing = `process.on('SIGUSR2', () => void Promise.reject(new Error('ann@example.org')));
    process.on('SIGHUP', () => { throw new TypeError('ann@example.org'); });`;

  it('is logged without its words, and ends the process only if it was thrown', async () => {
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(failing)}` };
    const { WEB_TOKEN: webToken, WEBHOOK_SECRET: webhookSecret } = cmsEnvironment({ dataDir: tmpdir(), port: 9 });
    const web = await startWeb({ cmsUrl: 'http://127.0.0.1:9', webToken, webhookSecret, env });
    process.kill(web.pid, 'SIGUSR2');
    await expect.poll(web.output).toContain('Something in the background failed.');
    expect((await fetch(`${web.url}/_health`)).status).toBe(204);
    process.kill(web.pid, 'SIGHUP');
    await expect.poll(web.output).toMatch(/The site ends because of an error that nobody caught\..*TypeError/);
    await expect.poll(() => fetch(`${web.url}/_health`).catch(() => 'gone')).toBe('gone');
    expect(web.output()).not.toContain('ann@');
    await web.stop();
  });
});

describe('a site whose starter was killed', () => {
  it('ends, so that nothing is left on the port', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-starter-'));
    const port = await freePort();
    const env = { ...cmsEnvironment({ dataDir, port: 9 }), SITE_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'info' };
    const site = fork(path.join(top, 'web/.output/server/index.mjs'), {
      env: { ...process.env, ...env },
      silent: true,
    });
    let output = '';
    site.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await expect.poll(() => output).toContain('The site is running');
    site.disconnect();
    await expect.poll(() => site.exitCode ?? site.signalCode).not.toBeNull();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
