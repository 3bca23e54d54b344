import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { pages } from './pages.ts';

let stack: Stack;
let browser: Browser;
let reader: Page;
let read: string;

beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
  reader = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  ).newPage();
  read = (await pages.find(({ route }) => route === '/blog/[slug]')?.find(stack.site.url)) ?? '';
  for (const path of ['/', '/blog', read]) await reader.goto(stack.site.url + path);
});
afterAll(async () => {
  stack?.cms.kill('SIGCONT');
  await browser?.close();
  await stack?.stop();
});

/** How long the site would wait for a CMS that does not answer, in milliseconds. */
const cmsTimeout = 3000;

const open = async (path: string) => {
  const since = performance.now();
  const answer = await reader.goto(stack.site.url + path);
  return { status: answer?.status(), took: performance.now() - since, says: await reader.locator('body').innerText() };
};

describe('a form that is sent without a connection', () => {
  it.each([
    ['/contact', 'text'],
    ['/book', 'name'],
    ['/workshops/self-kindness-for-therapists/register', 'name'],
  ])('has what was typed when the reader goes back: %s', async (path, field) => {
    const typed = reader.getByRole('main').locator(`[name="${field}"]`);
    await reader.goto(`${stack.site.url}/about`);
    await reader.goto(stack.site.url + path);
    await typed.fill('Words for a hard day');
    await reader.context().setOffline(true);
    await reader.locator('main form.form[method=post] button:not([name=show])').last().click();
    await reader.waitForURL(/^chrome-error:/);
    await reader.context().setOffline(false);
    await reader.goBack();
    expect(await typed.inputValue()).toBe('Words for a hard day');
  });
});

describe.each([
  ['frozen', 'SIGSTOP'],
  ['killed', 'SIGKILL'],
] as const)('while the CMS is %s', (_how, signal) => {
  const timesNoticed = () => stack.site.output().split('The CMS is unavailable').length;
  let before: number;
  beforeAll(() => {
    before = timesNoticed();
    stack.cms.kill(signal);
  });
  afterAll(async () => {
    if (signal !== 'SIGSTOP') return;
    stack.cms.kill('SIGCONT');
    await vi.waitFor(async () => expect((await fetch(`${stack.site.url}/topics/nothing-here`)).status).toBe(404), {
      timeout: 10_000,
    });
  });

  it('serves pages that were read before', async () => {
    for (const path of ['/', '/blog', read]) expect(await open(path)).toMatchObject({ status: 200 });
  });

  it('serves them immediately once the site has noticed', async () => {
    await vi.waitFor(() => expect(timesNoticed()).toBeGreaterThan(before), { timeout: 10_000 });
    expect((await open(read)).took).toBeLessThan(cmsTimeout);
  });

  it('serves the help page', async () => {
    const { status, says, took } = await open('/help-now');
    expect(status).toBe(200);
    expect(says).toContain('116 123');
    expect(took).toBeLessThan(cmsTimeout);
  });

  it('responds with 503 and the help lines for a page that nobody has read yet', async () => {
    const { status, says } = await open(`/blog/never-read-before-${signal.toLowerCase()}`);
    expect(status).toBe(503);
    expect(says).toContain('999');
    expect(says).toContain('116 123');
    expect(says).not.toMatch(/error:|stack|fetch|undefined/i);
  });
});
