import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

async function violationsNow(page: Page): Promise<string[]> {
  // Through the protocol: the page's own policy allows no script but its own.
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run: (where: Document, how: object) => Promise<{ violations: Found[] }> };
    };
    return (await runner.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  }, rules);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

/** What axe finds on the page as it stands, narrow and wide, by day and by night. Its context should ask for reduced motion: colours would still be on their way. */
export async function violationsOn(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      all.push(...(await violationsNow(page)).map((violation) => `${width} px, ${colorScheme}: ${violation}`));
    }
  }
  return all;
}
