import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

export interface ReaderView {
  /** The headings and the paragraphs of the page's main part; what belongs to forms and navigation is left out. */
  headings: string[];
  paragraphs: string[];
  /** What the reader view shows of the page. */
  text: string;
}

/** Returns what Firefox's reader view makes of a page. Runs of white space are one space. */
export async function readerView(browser: Browser, url: string): Promise<ReaderView> {
  const page = await browser.newPage();
  await page.goto(url);
  const seen = await page.evaluate((source) => {
    const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
    const Readability = new Function(`${source};return Readability;`)() as new (page: Document) => {
      parse: () => { title: string; textContent: string } | null;
    };
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
  }, readability);
  await page.close();
  return seen;
}
