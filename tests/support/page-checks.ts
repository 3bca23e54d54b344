import type { Page } from 'playwright-core';

/**
 * Returns what cannot be read as the page is laid out now: text beyond its edges, text that is cut off, and text on top
 * of other text (WCAG 2.2, 1.4.4 and 1.4.10). What is only for screen readers, or not there until it has focus, is left
 * out.
 */
export const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) return true;
      return ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2;
    };
    const areOneOnTheOther = (one: DOMRect, other: DOMRect): boolean => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 2 && down > 0.45 * Math.min(one.height, other.height);
    };
    // What sticks lies on top of the rest.
    const isRead = (parent: Element | null): parent is Element =>
      Boolean(parent?.checkVisibility()) && !parent?.closest('.vh, .skip, .safety-bar, textarea');
    const textLines = () => {
      const lines: { text: string; at: DOMRect; parent: Element }[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const [text, parent] = [node.textContent?.trim() ?? '', node.parentElement];
        if (!text || !isRead(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const at of range.getClientRects()) if (at.width > 1) lines.push({ text: text.slice(0, 50), at, parent });
      }
      return lines;
    };
    const lines = textLines();
    const found = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    for (const [n, { text, at, parent }] of lines.entries()) {
      if (at.left < -1 || at.right > width + 1) found.push(`beyond the edge: ${text}`);
      for (const other of lines.slice(n + 1))
        if (other.parent !== parent && areOneOnTheOther(at, other.at)) found.push(`${text} on ${other.text}`);
    }
    for (const element of document.querySelectorAll('main *, header *, footer *'))
      if (!element.closest('.vh, .skip') && isCut(element)) found.push(`cut off: ${element.outerHTML.slice(0, 80)}`);
    return [...new Set(found)];
  });

/** Returns the words that begin on one line and end on another, without a hyphen of theirs; addresses may do so. */
export const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.vh, .skip, textarea')) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /(?<![\p{L}\d./:@_-])\p{L}+(?![\p{L}\d/:@_]|\.\S)/gu,
      )) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
        if (lines.some(({ top }) => top > (lines[0]?.bottom ?? 0))) found.push(word);
      }
    }
    return found;
  });

/**
 * Whether the label of the field that has the focus, or its group's legend, is on the screen and not behind the bar.
 */
export const showsLabelOfFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    const label = field.closest('fieldset')?.querySelector('legend') ?? field.labels?.[0];
    const { top = -1, bottom = -1 } = label?.getBoundingClientRect() ?? {};
    const barEnd = document.querySelector('.safety-bar')?.getBoundingClientRect().bottom ?? 0;
    return top >= barEnd && bottom <= innerHeight;
  });

/**
 * Moves the focus through the page and returns where it cannot be seen: without an indicator, off the screen, or behind
 * the bar at the top (WCAG 2.2, 2.4.7 and 2.4.11).
 */
export async function hiddenFocus(page: Page): Promise<string[]> {
  // Only after a key was pressed does a browser show the focus that a script moves.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const bar = document.querySelector('.safety-bar');
    const barEnd = bar?.getBoundingClientRect().bottom ?? 0;
    const hasIndicator = (box: Element): boolean => {
      const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(box);
      return boxShadow !== 'none' || (outlineStyle !== 'none' && outlineWidth !== '0px');
    };
    const isCovered = (element: Element, at: DOMRect): boolean => {
      const x = Math.min(Math.max((at.left + at.right) / 2, 1), innerWidth - 1);
      const y = Math.min((Math.max(at.top, barEnd) + at.bottom) / 2, innerHeight - 1);
      const there = document.elementFromPoint(x, y);
      return there !== null && !element.contains(there) && !there.contains(element);
    };
    const hidden: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
      if (!element.checkVisibility()) continue;
      element.focus();
      const name = element.textContent.trim() || element.id;
      if (![element, element.closest('.help-button') ?? element].some(hasIndicator)) hidden.push(`unmarked: ${name}`);
      const [at] = element.getClientRects();
      if (!at || bar?.contains(element) || element.matches('.skip')) continue;
      if (at.bottom < barEnd + 1 || at.top > innerHeight - 1) hidden.push(`not on the screen: ${name}`);
      if (isCovered(element, at)) hidden.push(`covered: ${name}`);
    }
    return hidden;
  });
}

/** Returns what is too small to press: under 24 px, links in a sentence included (WCAG 2.2, 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      const [first] = element.getClientRects();
      if (!first || !element.checkVisibility() || element.closest('.vh, .skip')) continue;
      // A label is pressed as well, and so is what a link covers.
      const cover = getComputedStyle(element, '::after').position === 'absolute' ? element.parentElement : null;
      const { width, height } = (element.closest('label') ?? cover)?.getBoundingClientRect() ?? first;
      if (Math.min(width, height) < 23.9)
        found.push(`${Math.round(width)} × ${Math.round(height)}: ${element.textContent.trim()}`);
    }
    return found;
  });

/**
 * Returns what can't be pressed within a square of so many pixels around its middle (WCAG 2.2, 2.5.8): whatever answers
 * there counts, such as a label. Links within a sentence are as high as its line, and what is covered or not seen is
 * none of them.
 */
export const untappable = (page: Page, pixels: number): Promise<string[]> =>
  page.evaluate((px) => {
    const reach = px / 2 - 1;
    const answers = (element: Element, x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      if (hit === null) return false;
      const isFieldAround = hit.contains(element) && hit.getBoundingClientRect().height < 60;
      return element.contains(hit) || hit.closest('label')?.control === element || isFieldAround;
    };
    const found: string[] = [];
    const pressed = 'a[href], button, input, select, textarea, summary, [role=combobox], [role=menuitem]';
    for (const element of document.querySelectorAll(pressed)) {
      if (!element.checkVisibility() || element.closest('[contenteditable], [aria-hidden=true]')) continue;
      if (getComputedStyle(element).display === 'inline') continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const [middle, centre] = [x + width / 2, y + height / 2];
      if (!answers(element, middle, centre)) continue;
      const isLarge = [-reach, reach].every(
        (far) => answers(element, middle + far, centre) && answers(element, middle, centre + far),
      );
      const name = element.getAttribute('aria-label') ?? element.textContent;
      if (!isLarge) found.push(`${Math.round(width)} × ${Math.round(height)}: ${name.trim()}`);
    }
    return found;
  }, pixels);

/**
 * Returns where two words touch in the text of the page, such as those of two links side by side: text browsers, search
 * engines and programs that read aloud take the text without its layout.
 */
export const touchingWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const touching: string[] = [];
    let before = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent || node.parentElement?.closest('script')) continue;
      if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(node.textContent))
        touching.push(`${before.slice(-20)}|${node.textContent.slice(0, 20)}`);
      before = node.textContent;
    }
    return touching;
  });

/** Returns the lists that have no markers and are not said to be lists: VoiceOver would not call them so. */
export const unnamedLists = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('ul, ol')]
      .filter((list) => !list.closest('nav, [role=list]') && getComputedStyle(list).listStyleType === 'none')
      .map((list) => list.outerHTML.slice(0, 80)),
  );

/** Returns the words of the page in their order, without punctuation. */
export const wordsOn = async (page: Page): Promise<string[]> =>
  (await page.locator('body').innerText()).match(/[\p{L}\p{N}]+/gu) ?? [];
