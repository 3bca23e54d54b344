import { nameDeletedFiles } from './delete-questions';
import { dayInWords } from './form/calendar-input';
import { putLeaveQuestion } from './leave-questions';
import { notPublished, notSavedYet, perhapsPublished } from './saving/opened-forms';
import { nothingSaved } from './saving/save-failures';
import { words } from './translations';

/** An attribute of Strapi's pages that keeps somebody out, and how it is put right. */
interface Mend {
  readonly selector: string;
  readonly mend: (element: Element) => void;
}

/** Returns the text of the nearest element of a kind around or beside another. */
const nearest = (element: Element, selector: string): string => {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const text = around.querySelector(selector)?.textContent;
    if (text) return text;
  }
  return '';
};

/** What a line below the buttons of a form says as well. */
const saidBelow = [
  notSavedYet,
  notPublished,
  perhapsPublished,
  words['content-manager.validation.error'] ?? notSavedYet,
];

const emptyList = 'Nothing here yet';

/** Returns what is looked for on the page as it stands; null if nothing is. */
const searchedFor = (): string | null => new URLSearchParams(location.search).get('_q');

const mends: readonly Mend[] = [
  {
    // The heading of a session is its stored day.
    selector: 'main button[aria-expanded] span',
    mend: ({ firstChild, childNodes }) => {
      const day = /^\d{4}-\d{2}-\d{2}$/.exec(childNodes.length === 1 ? (firstChild?.nodeValue ?? '') : '')?.[0];
      // The text node stays, so that the form can change it.
      if (firstChild && day !== undefined) firstChild.nodeValue = dayInWords(day);
    },
  },
  {
    // Named by the number of its row in the database.
    selector: 'tbody [role="checkbox"][aria-label^="Select "]:not([data-named])',
    mend: (checkbox) => {
      const title = checkbox.closest('tr')?.querySelector('a')?.textContent;
      if (title) checkbox.setAttribute('aria-label', `Select ${title}`);
      checkbox.setAttribute('data-named', '');
    },
  },
  {
    // On a card of look.css, there is no head of the table. The title and the status speak for themselves.
    selector: 'tbody td:nth-child(n + 3):not([data-column], :has(button, [data-status]))',
    mend: (cell) => {
      const head = cell
        .closest('table')
        ?.querySelector(`thead th:nth-child(${(cell as HTMLTableCellElement).cellIndex + 1})`);
      cell.setAttribute('data-column', head?.textContent ?? '');
    },
  },
  {
    // An empty list says the same whether something was looked for or not.
    selector: 'main p',
    mend: ({ firstChild, childNodes }) => {
      if (!firstChild || childNodes.length !== 1) return;
      const query = searchedFor();
      const isEmptyList = firstChild.nodeValue === emptyList || firstChild.nodeValue?.startsWith('Nothing found for ‘');
      const says = query === null ? emptyList : `Nothing found for ‘${query}’`;
      if (isEmptyList && firstChild.nodeValue !== says) firstChild.nodeValue = says;
    },
  },
  {
    // Named by an element that does not exist.
    selector: '[role="textbox"][aria-multiline]:not([aria-label])',
    mend: (editor) => editor.setAttribute('aria-label', nearest(editor, 'label')),
  },
  {
    // All panels beside a form are named by the same element, which does not exist.
    selector: 'aside[aria-labelledby="additional-information"]:not([aria-label])',
    mend: (panel) => {
      panel.setAttribute('aria-label', panel.querySelector('h2')?.textContent ?? '');
      panel.removeAttribute('aria-labelledby');
    },
  },
  {
    // Articles can't be items of a list, and what stands in it are articles; a card with buttons is no button itself.
    selector: 'article[role="listitem"], article[role="button"]:has(button), [role="list"][data-testid="assets-grid"]',
    mend: (element) => element.removeAttribute('role'),
  },
  {
    selector: '[aria-roledescription="slide"][aria-selected]',
    mend: (slide) => slide.removeAttribute('aria-selected'),
  },
  {
    // A dialog without a name.
    selector: '#burger-menu:not([aria-label])',
    mend: (menu) => menu.setAttribute('aria-label', 'Menu'),
  },
  {
    // The only way to choose files in this dialog, which the keyboard would pass by.
    selector: '[role="dialog"] input[type="file"][tabindex="-1"]',
    mend: (input) => input.setAttribute('tabindex', '0'),
  },
  {
    selector: 'input[type="file"]:not([aria-label])',
    mend: (input) => input.setAttribute('aria-label', 'Choose files'),
  },
  { selector: '[role="alertdialog"]', mend: putLeaveQuestion },
  { selector: '[role="alertdialog"]', mend: nameDeletedFiles },
  {
    // The design system’s own word for the X.
    selector: '[role="dialog"] header button span',
    mend: ({ firstChild }) => {
      if (firstChild?.nodeValue === 'Close modal') firstChild.nodeValue = 'Close';
    },
  },
  {
    // A failed save is said below the buttons; at the top as well only where that line is out of sight.
    selector: '[data-sonner-toast]:not([data-repeated])',
    mend: (toast) => {
      const line = document.querySelector('[data-saving="failed"]');
      const says = (text: string): boolean => toast.textContent.includes(text);
      const isBelow = line !== null && saidBelow.some(says) && isInSight(line);
      // A double click sends once, and Strapi says so twice.
      const isTwice = [...document.querySelectorAll('[data-sonner-toast]:not([data-repeated])')].some(
        (other) => other !== toast && other.textContent === toast.textContent,
      );
      if (isBelow || isTwice || says(nothingSaved)) toast.setAttribute('data-repeated', '');
    },
  },
  {
    // Pages are named after Strapi, too.
    selector: 'head > title',
    mend: (title) => {
      if (title.textContent.endsWith(' | Strapi'))
        title.textContent = title.textContent.replace(/Strapi$/, 'Quiet Room');
    },
  },
  {
    // Password managers don't know this value.
    selector: 'input[autocomplete="password"]',
    mend: (input) => input.setAttribute('autocomplete', 'current-password'),
  },
];

const isInSight = (element: Element): boolean => {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= window.innerHeight;
};

/**
 * Puts attributes right that Strapi sets wrongly and offers no other way to change, whenever the page has changed. A
 * test runs axe over all pages: what Strapi has mended itself can go.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/
 */
export const mendAttributes = (): void => {
  let isAhead = false;
  const mendAll = (): void => {
    isAhead = false;
    for (const { selector, mend } of mends) for (const element of document.querySelectorAll(selector)) mend(element);
  };
  new MutationObserver(() => {
    if (isAhead) return;
    isAhead = true;
    requestAnimationFrame(mendAll);
  }).observe(document, { childList: true, characterData: true, subtree: true });
};
