import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { CmsStatusError } from './cms/errors';
import { createReadiness } from './readiness';

const megabyte = 1024 * 1024;
const start = Date.parse('2026-11-26T10:00:00Z');

interface Changes {
  isCurrent?: boolean;
  asOf?: number;
  failure?: unknown;
  dataDir?: string;
  minMb?: number;
}

const readinessWith = (changes: Changes) =>
  createReadiness({
    settings: { dataDir: changes.dataDir ?? tmpdir(), minFreeBytes: (changes.minMb ?? 1) * megabyte },
    poller: { isCurrent: changes.isCurrent ?? true, asOf: changes.asOf ?? start, failure: changes.failure },
    disk: { unusableSince: undefined },
    now: () => start + 30_000,
  })();

const failedIn = async (changes: Changes) =>
  (await readinessWith(changes)).checks.filter(({ status }) => status === 'failed');

describe('the readiness of the site', () => {
  it('is ready while the CMS answers and there is room', async () => {
    expect(await readinessWith({})).toMatchObject({ status: 'ready' });
  });

  it('says for how long the CMS has not answered, and what still works', async () => {
    const [failed, ...others] = await failedIn({ isCurrent: false });
    expect(failed).toMatchObject({ name: 'CMS' });
    expect(failed?.message).toMatch(/^The CMS has not answered for 30 s\. Cached pages/);
    expect(others).toEqual([]);
    expect((await failedIn({ isCurrent: false, asOf: -Infinity }))[0]?.message).toContain('since the site was started');
  });

  it.each([
    [new CmsStatusError(503), /are not\. It answers with status 503: its own \/_ready says whether its database/],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), /are not\. Nothing listens at its address/],
    [
      new Error('The operation was aborted due to timeout'),
      /are not\. See its own \/_ready, whether its database is frozen/,
    ],
  ])('says where to look after %s', async (failure, message) => {
    expect((await failedIn({ isCurrent: false, failure }))[0]?.message).toMatch(message);
  });

  it('says when there is too little room, or no data folder', async () => {
    expect((await failedIn({ minMb: 1e9 }))[0]?.message).toMatch(/^Only .* MB are free/);
    expect((await failedIn({ dataDir: '/nowhere/at/all' }))[0]?.message).toContain('can’t be read');
  });

  it('warns of a page cache that can’t be stored, which stops nobody', async () => {
    const readiness = await createReadiness({
      settings: { dataDir: tmpdir(), minFreeBytes: 1 },
      poller: { isCurrent: true, asOf: start, failure: undefined },
      disk: { unusableSince: start },
      now: () => start,
    })();
    expect(readiness.status).toBe('ready');
    expect(readiness.checks.at(-1)?.status).toBe('warning');
    expect(readiness.checks.at(-1)?.message).toContain('since 2026-11-26T10:00');
  });
});
