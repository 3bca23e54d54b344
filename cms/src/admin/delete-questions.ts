import { namesLabel } from './components/labels';
import { replaceTexts } from './leave-questions';
import { words } from './translations';

/** Strapi's words of its questions before files are deleted, by their keys. */
const said = (key: string): string => words[`upload.${key}`] ?? key;
const several = said('list.bulk-actions.delete.confirm.description.are-you-sure');
const one = said('asset-details.delete.title');
const confirm = words['app.components.Button.confirm'] ?? 'Confirm';

const cards = 'article, tbody tr';

const nameOn = (card: Element | null): string | null =>
  card?.querySelector('[role=checkbox][aria-label^="Select "]')?.getAttribute('aria-label')?.slice(7) ?? null;

/** The card whose own menu was opened last; null once something else was pressed. */
let card: Element | null = null;
document.addEventListener(
  'click',
  ({ target }) => {
    if (target instanceof Element && target.closest('[role=menuitem], [role=alertdialog]') === null)
      card = target.closest('button')?.closest(cards) ?? null;
  },
  { capture: true },
);

/** Returns the names of the files that a question is about, as the page below it shows them. */
const namesAsked = (): string[] => {
  const opened = document.querySelector<HTMLInputElement>('[role=dialog] input[name=name]')?.value;
  if (opened !== undefined) return [opened];
  const own = nameOn(card);
  if (own !== null) return [own];
  const ticked = [...document.querySelectorAll(`:is(${cards}):has([role=checkbox][aria-checked=true])`)];
  return ticked.map(nameOn).filter((name) => name !== null);
};

/** Names the files in Strapi's questions before they are deleted, which only count them. */
export const nameDeletedFiles = (dialog: Element): void => {
  if (dialog.hasAttribute('data-named')) return;
  const says = dialog.textContent;
  if (!says.includes(several) && !says.includes(one)) return;
  dialog.setAttribute('data-named', '');
  const names = namesAsked().map((name) => `“${name}”`);
  replaceTexts(dialog, (text) => {
    if (text === confirm) return names.length === 1 ? 'Delete it for good' : 'Delete them for good';
    if (names.length > 1) return text === several ? `${namesLabel(names)}. ${text}` : undefined;
    return names.length === 1 && /^Delete .* for good\?$/.test(text) ? `Delete ${names[0]} for good?` : undefined;
  });
};
