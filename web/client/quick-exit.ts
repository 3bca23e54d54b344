import { deleteAllDrafts } from './comment-form';

/** The longest pause between two presses of Shift. */
const timeoutMs = 5000;
const announcements = [
  'Press Shift 2 more times to leave this site.',
  'Press Shift once more to leave this site.',
  'Leaving this site.',
];

/**
 * Blanks the page at once and replaces it with `url`, so that Back does not return here. Resets the forms and deletes
 * the drafts. What was read before stays in the browser's history; /help-now says so.
 *
 * @see https://design-system.service.gov.uk/components/exit-this-page/
 */
function leave(url: string): void {
  deleteAllDrafts();
  for (const form of document.forms) form.reset();
  const loading = document.createElement('p');
  loading.setAttribute('role', 'alert');
  loading.textContent = 'Loading.';
  document.title = 'Loading';
  document.body.replaceChildren(loading);
  location.replace(url);
}

/** Adds a line that only screen readers announce; returns the function that fills it. */
function addAnnouncer(beside: Element): (message: string) => void {
  const line = document.createElement('span');
  line.setAttribute('role', 'status');
  line.className = 'vh';
  beside.after(line);
  return (message) => {
    line.textContent = message;
  };
}

/**
 * Leaves the site after three presses of Shift, wherever the focus is. A Shift that was held for a capital letter or a
 * shortcut does not count, and a pause of five seconds starts the count again.
 */
function leaveOnTripleShift(link: HTMLAnchorElement): void {
  const announce = addAnnouncer(link);
  let presses = 0;
  let isPressedAlone = false;
  let timer: ReturnType<typeof setTimeout>;
  const reset = () => {
    presses = 0;
    announce('');
  };

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      isPressedAlone = false;
      if (presses > 0) reset();
    } else if (!event.repeat) isPressedAlone = true;
  });
  document.addEventListener('pointerdown', () => {
    isPressedAlone = false;
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isPressedAlone) return;
    isPressedAlone = false;
    clearTimeout(timer);
    announce(announcements[presses++] ?? '');
    if (presses === announcements.length) leave(link.href);
    else timer = setTimeout(reset, timeoutMs);
  });
}

/** Makes the link "Leave this site" blank the page first, and adds the Shift shortcut. */
export function enhanceQuickExit(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a.exit');
  if (!link) return;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(link.href);
  });
  leaveOnTripleShift(link);
}
