import type { Page } from 'playwright-core';
import { cleanLine, cleanText, lengthOf } from 'shared';
import { hostileStrings } from '../fixtures/hostile/strings.ts';

/** What a field takes: the string itself, or with words around it where there is nothing to see. */
export const fitting = (
  { safeParse }: { safeParse: (typed: string) => { success: boolean } },
  typed: string,
): string => (safeParse(typed).success ? typed : `It says: ${typed}.`);

/** The hostile strings, as many together as a field of `most` characters can hold; longer ones are left out. */
export const joinedUpTo = (most: number): string[] =>
  hostileStrings
    .filter((typed) => lengthOf(typed) <= most)
    .reduce<string[]>(
      (joined, typed) => {
        const both = `${joined.at(-1) ?? ''} ${typed}`;
        return lengthOf(both) <= most ? [...joined.slice(0, -1), both] : [...joined, typed];
      },
      [''],
    );

/** Every nth hostile string, one below the other. */
export const everyNth = (n: number, from: number): string[] => hostileStrings.filter((_, place) => place % n === from);

export const asName = (typed: string): string => cleanLine(typed);
/** Words as pages make paragraphs of them. */
export const asParagraphs = (typed: string): string[] =>
  cleanText(typed)
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((one) => one.trim() !== '');
/**
 * A text area as its browser gives it back: without NUL, halves of pairs made whole, one kind of line break, the first
 * of them left out.
 */
const asTyped = (typed: string): string => typed.toWellFormed().replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
/** A field of one line, as its browser gives it back. */
export const keptInLine = (typed: string): string => asTyped(typed).replaceAll('\n', '');
export const keptInArea = (typed: string): string => asTyped(typed).replace(/^\n/, '');

/**
 * Sends a form to a page of the site, with fields and values that its own form might not have; gives the status of the
 * page that follows. Without interception of requests: now and then one of them never came back.
 */
export async function send(page: Page, url: string, fields: Record<string, string>): Promise<number> {
  const { origin } = new URL(url);
  if (!page.url().startsWith(origin)) await page.goto(`${origin}/robots.txt`);
  const [shown] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && (one.status() < 300 || one.status() >= 400)),
    page.waitForEvent('load'),
    page.evaluate(
      ([action, all]) => {
        const form = document.createElement('form');
        Object.assign(form, { action, method: 'post', hidden: true });
        for (const [name, value] of Object.entries(all)) {
          const field = document.createElement('textarea');
          Object.assign(field, { name, value });
          form.append(field);
        }
        document.body.append(form);
        HTMLFormElement.prototype.submit.call(form);
      },
      [url, fields] as const,
    ),
  ]);
  return shown.status();
}

/** The paragraphs of what a reader wrote, in some part of a page. */
export const paragraphsIn = (page: Page, part: string): Promise<string[]> =>
  page.locator(`${part} .plain-text > p`).evaluateAll((all) => all.map((one) => one.textContent ?? ''));
