import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

/** The global that the script of @mozilla/readability defines in the page. */
declare const Readability: new (page: Document) => { parse: () => { title: string; textContent: string } | null };

export interface ReaderView {
  /** The headings and the paragraphs of the page's main part; what belongs to forms and navigation is left out. */
  headings: string[];
  paragraphs: string[];
  /** What the reader view shows of the page. */
  text: string;
}

/** Returns what Firefox's reader view makes of a page. Runs of white space are one space. */
export async function readerView(browser: Browser, url: string): Promise<ReaderView> {
  // The page's policy allows no script but its own.
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(url);
  await page.addScriptTag({ content: readability });
  const seen = await page.evaluate(() => {
    const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
    const textsOf = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.closest('form, nav, header, #comments, .comment-form, .byline, [hidden]') === null)
        .map((element) => tidy(element.textContent))
        .filter((text) => text !== '');
    const article = new Readability(document.cloneNode(true) as Document).parse();
    return {
      headings: textsOf('main :is(h2, h3)'),
      paragraphs: textsOf('main p'),
      text: tidy(`${article?.title} ${article?.textContent}`),
    };
  });
  await page.close();
  return seen;
}
