import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { cmsEnvironment, top } from '../support/cms-settings.ts';
import { type Stack, startStack } from '../support/stack.ts';

const run = promisify(execFile);

let stack: Stack;
let browser: Browser;
let reader: Page;
beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
  reader = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  ).newPage();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** `npm run import -- <file> …` beside the running CMS, as the documentation says. */
async function importFile(...args: string[]): Promise<string> {
  const port = Number(new URL(stack.cms.url).port);
  const env = { ...process.env, ...cmsEnvironment({ dataDir: stack.cms.dataDir, port, siteUrl: stack.site.url }) };
  return (await run(process.execPath, [path.join(top, 'scripts/import.mjs'), ...args], { env, cwd: top })).stdout;
}

const shared = path.join(top, '../shared/fixtures/wix-page.txt');
const pages = [
  {
    file: path.join(top, 'tests/fixtures/saved-wix-page.txt'),
    slug: 'rest-is-not-a-reward-even-if-you-were-taught-so',
    published: '2025-03-03',
  },
  ...(existsSync(shared)
    ? [{ file: shared, slug: 'why-we-resist-self-compassion-even-when-we-know-it-matters', published: '2025-07-25' }]
    : []),
];

describe.each(pages)('a post saved from Wix: $slug', ({ file, slug, published }) => {
  it('is imported, published and readable', async () => {
    const report = await importFile(file, '--publish');
    expect(report).toContain(`/blog/${slug}`);
    await expect.poll(async () => (await reader.goto(`${stack.site.url}/blog/${slug}`))?.status()).toBe(200);
    expect(await reader.locator('time').first().getAttribute('datetime')).toContain(published);
  });

  it('has the formatting of a post written by hand', async () => {
    const article = reader.locator('main article');
    const text = await article.innerText();
    expect(text).not.toMatch(/min read|^Comments$|^Updated:/m);
    expect(await article.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(1);
    expect(await article.locator('.voices li').count()).toBeGreaterThan(1);
    expect(await article.locator('.ps').innerText()).toMatch(/^P\.S\./);
  });

  it('does not change when it is imported again', async () => {
    const before = await article();
    expect(await importFile(file, '--publish')).toMatch(/nothing/i);
    expect(await article()).toBe(before);
  });

  const article = async (): Promise<string> => (await fetch(`${stack.site.url}/blog/${slug}`)).text();
});
