import { personalDetailsIn } from 'shared';
import { draftOf } from './drafts';

/** Screen readers are told the count once the reader has not typed for this long. */
const pauseMs = 1000;
/** The count appears when fewer characters than this are left. */
const countFrom = 500;

/**
 * Returns how much room is left, or an empty string while there is plenty.
 *
 * @param maxLength counted in code points, as people count characters
 */
export function remainingCharacters(text: string, maxLength: number): string {
  const left = maxLength - [...text].length;
  if (left > countFrom) return '';
  const count = Math.abs(left);
  return `${count} character${count === 1 ? '' : 's'} ${left < 0 ? 'too many' : 'left'}`;
}

/** The parts of the form that this script works with; most of them are rendered hidden. */
interface FormParts {
  form: HTMLFormElement;
  text: HTMLTextAreaElement;
  token: HTMLInputElement;
  count: HTMLElement;
  spokenCount: HTMLElement;
  detailsWarning: HTMLElement;
  draftChoice: HTMLElement;
  draftCheckbox: HTMLInputElement;
}

function findParts(form: HTMLFormElement): FormParts | null {
  const find = <E extends Element>(selector: string) => form.querySelector<E>(selector);
  const text = find<HTMLTextAreaElement>('[name=text]');
  const token = find<HTMLInputElement>('[name=formToken]');
  const count = find<HTMLElement>('[data-count]');
  const spokenCount = find<HTMLElement>('[data-spoken-count]');
  const detailsWarning = find<HTMLElement>('[data-details]');
  const draftChoice = find<HTMLElement>('[data-draft]');
  const draftCheckbox = draftChoice?.querySelector('input');
  return text && token && count && spokenCount && detailsWarning && draftChoice && draftCheckbox
    ? { form, text, token, count, spokenCount, detailsWarning, draftChoice, draftCheckbox }
    : null;
}

/**
 * Fetches a form token when the reader begins to type, so that one press of the button sends the comment. Without a
 * token the server asks the reader to check the comment on a second page, which carries one.
 */
function fetchTokenOnInput({ form, token }: FormParts): void {
  let isFetched = false;
  form.addEventListener('input', () => {
    if (isFetched) return;
    isFetched = true;
    fetch('/api/form-token')
      .then((response) => response.json() as Promise<{ formToken: string | null }>)
      .then(({ formToken }) => {
        token.value = formToken ?? '';
      })
      .catch(() => {
        isFetched = false;
      });
  });
  // Browsers restore the form when the reader comes back to it after sending. A token is the idempotency key of one
  // comment, so the next comment needs another.
  addEventListener('pageshow', () => {
    token.value = '';
    isFetched = false;
  });
}

/**
 * Adds a character count, a warning about personal details and a draft to a comment form. Nothing is shown, fetched or
 * stored before the reader types; everything works without it.
 */
export function enhanceCommentForm(form: HTMLFormElement): void {
  const parts = findParts(form);
  if (!parts) return;
  const { text, count, spokenCount, detailsWarning, draftChoice, draftCheckbox } = parts;
  const draft = draftOf(form.dataset.comment ?? '');
  fetchTokenOnInput(parts);

  let pause: ReturnType<typeof setTimeout>;
  const updateHints = (): void => {
    count.textContent = remainingCharacters(text.value, Number(text.dataset.maxLength));
    clearTimeout(pause);
    pause = setTimeout(() => {
      // Screen readers announce a status line again each time that its text is set.
      if (spokenCount.textContent !== count.textContent) spokenCount.textContent = count.textContent;
    }, pauseMs);
    detailsWarning.hidden = personalDetailsIn(text.value).length === 0;
    draftChoice.hidden = false;
  };
  const updateDraft = (): void => {
    if (draftCheckbox.checked) draft.save(text.value);
    else draft.delete();
  };
  text.addEventListener('input', () => {
    updateHints();
    updateDraft();
  });
  draftCheckbox.addEventListener('change', updateDraft);

  const restoreDraft = (): void => {
    const stored = draft.read();
    if (stored === null) return;
    text.value ||= stored;
    draftCheckbox.checked = true;
    updateHints();
  };
  // Most readers never get here, and the first look into the browser's storage holds up a phone.
  whenSeen(form, restoreDraft);
}

/** Runs a task once an element comes near the screen or gets the focus. */
function whenSeen(element: Element, task: () => void): void {
  const observer = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) run();
    },
    { rootMargin: '50%' },
  );
  const run = (): void => {
    observer.disconnect();
    element.removeEventListener('focusin', run);
    task();
  };
  observer.observe(element);
  element.addEventListener('focusin', run);
}

/** Deletes the draft of the comment that this page says was sent. */
export function deleteSentDraft(page: Document): void {
  const slug = page.querySelector<HTMLElement>('[data-sent]')?.dataset.sent;
  if (slug) draftOf(slug).delete();
}
