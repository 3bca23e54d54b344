import { personalDetailsIn } from 'shared';
import { draftOf } from './draft';

/** How many characters before the limit the count begins to show. */
const near = 500;

/** Says how much room is left, once there is little of it; characters as people count them. */
export function roomLeft(words: string, most: number): string {
  const left = most - [...words].length;
  if (left > near) return '';
  const count = Math.abs(left);
  return `${count} character${count === 1 ? '' : 's'} ${left < 0 ? 'too many' : 'left'}`;
}

/** What the server renders hidden for this script to show. */
interface Parts {
  form: HTMLFormElement;
  words: HTMLTextAreaElement;
  stamp: HTMLInputElement;
  count: HTMLElement;
  details: HTMLElement;
  draft: HTMLElement;
  tick: HTMLInputElement;
}

function partsOf(form: HTMLFormElement): Parts | null {
  const find = <E extends Element>(selector: string) => form.querySelector<E>(selector);
  const words = find<HTMLTextAreaElement>('[name=words]');
  const stamp = find<HTMLInputElement>('[name=stamp]');
  const count = find<HTMLElement>('[data-count]');
  const details = find<HTMLElement>('[data-details]');
  const draft = find<HTMLElement>('[data-draft]');
  const tick = draft?.querySelector('input');
  return words && stamp && count && details && draft && tick
    ? { form, words, stamp, count, details, draft, tick }
    : null;
}

/** Fetches the form's stamp when its reader begins to type, so that one press sends; without it the server shows a page in between. */
function stamped({ form, stamp }: Parts): void {
  let asked = false;
  form.addEventListener('input', () => {
    if (asked) return;
    asked = true;
    fetch('/api/comment-stamp')
      .then((answer) => answer.json() as Promise<{ stamp: string | null }>)
      .then((answer) => {
        stamp.value = answer.stamp ?? '';
      })
      .catch(() => {
        asked = false;
      });
  });
  // Who comes back to a form after sending it sends something new: its stamp names one sending for good.
  addEventListener('pageshow', () => {
    stamp.value = '';
    asked = false;
  });
}

/**
 * Makes a comment form easier to fill in. Nothing is shown, fetched or kept before somebody types; everything works without it.
 */
export function helpWithComment(form: HTMLFormElement): void {
  const parts = partsOf(form);
  if (!parts) return;
  const { words, count, details, draft, tick } = parts;
  const kept = draftOf(form.dataset.comment ?? '');
  stamped(parts);

  const look = (): void => {
    const says = roomLeft(words.value, Number(words.dataset.most));
    if (count.textContent !== says) count.textContent = says;
    details.hidden = personalDetailsIn(words.value).length === 0;
    draft.hidden = false;
  };
  const keep = (): void => {
    if (tick.checked) kept.keep(words.value);
    else kept.drop();
  };
  words.addEventListener('input', () => {
    look();
    keep();
  });
  tick.addEventListener('change', keep);

  const before = kept.read();
  if (before === null) return;
  words.value ||= before;
  tick.checked = true;
  look();
}

/** On the page of thanks: what was sent needs no draft any more. */
export function dropSent(page: Document): void {
  const sent = page.querySelector<HTMLElement>('[data-sent]')?.dataset.sent;
  if (sent) draftOf(sent).drop();
}
