import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindText } from '../support/kind-text.ts';
import { aPostSlug, fieldOf, Reader, textOf } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

let stack: Stack;
let behindProxy: RunningWeb;
let slug: string;

beforeAll(async () => {
  stack = await startStack();
  const { url: cmsUrl, webToken, webhookSecret } = stack.cms;
  behindProxy = await startWeb({ cmsUrl, webToken, webhookSecret, env: { TRUST_PROXY: 'true' } });
  slug = await aPostSlug(stack.site.url);
});
afterAll(async () => {
  await behindProxy.stop();
  await stack.stop();
});

/** Sends four comments, each with an X-Forwarded-For header; returns the statuses of the responses. */
const four = async (site: RunningWeb, forwarded: readonly string[]): Promise<number[]> => {
  const statuses: number[] = [];
  for (const address of forwarded)
    statuses.push((await new Reader(site.url, { 'x-forwarded-for': address }).comment(slug)).status);
  return statuses;
};

describe('comments from one network', () => {
  it('are limited with a plain message, the time to wait and everything typed; sending again later works', async () => {
    const reader = new Reader(stack.site.url);
    for (let n = 0; n < 3; n += 1) await reader.sendComment(slug);
    const words = kindText();
    const typed = { name: 'Marnie', text: words, audience: 'everyone', consent: 'on' };
    const formToken = fieldOf((await reader.post(`/blog/${slug}/comment`, typed)).html, 'formToken');
    const held = await reader.post(`/blog/${slug}/comment`, { ...typed, formToken });
    expect(held.status).toBe(429);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(held.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(textOf(held.html)).toMatch(/Please wait a little .* Please try again in a minute/);
    expect([fieldOf(held.html, 'text'), fieldOf(held.html, 'formToken')]).toEqual([words, formToken]);
  });

  it('cannot pretend to come from other networks when there is no front server', async () => {
    expect(await four(stack.site, ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4'])).toEqual([
      429, 429, 429, 429,
    ]);
  });

  it('are told apart by the last X-Forwarded-For entry, which the front server writes, and by nothing before it', async () => {
    expect(await four(behindProxy, ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'])).toEqual([
      303, 303, 303, 303,
    ]);
    expect(
      await four(behindProxy, [
        '198.51.100.1, 203.0.113.9',
        '198.51.100.2, 203.0.113.9',
        '198.51.100.3, 203.0.113.9',
        '198.51.100.4, 203.0.113.9',
      ]),
    ).toEqual([303, 303, 303, 429]);
    expect(
      await four(behindProxy, ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::', '2001:db8:1:2::4']),
    ).toEqual([303, 303, 303, 429]);
  });
});

describe('guessing the code of a private comment', () => {
  it('is limited to ten wrong codes an hour', async () => {
    const reader = new Reader(behindProxy.url, { 'x-forwarded-for': '203.0.113.77' });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await reader.post('/your-comment', { number: '1', code: `AAAA AAA${n % 10}` })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });
});
