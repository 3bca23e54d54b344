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
  // Through the protocol: the page's own policy allows no script but its own. Once a document: it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run: (where: Document, options: object) => Promise<{ violations: Found[] }> };
    };
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    return (await runner.run(document, options)).violations;
  }, rules);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

export interface Screen {
  width: number;
  colorScheme: 'light' | 'dark';
}

/**
 * Returns what axe finds on the page as it stands, on such a screen. Its context should ask for reduced motion, or
 * colours would still be changing.
 */
export async function violationsIn(page: Page, { width, colorScheme }: Screen): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  return (await violationsNow(page)).map((violation) => `${width} px, ${colorScheme}: ${violation}`);
}

/** Returns what axe finds on the page as it stands, narrow and wide, in light and dark colours. */
export async function violationsOn(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const)
      all.push(...(await violationsIn(page, { width, colorScheme })));
  return all;
}
