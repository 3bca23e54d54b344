import { deleteAllDrafts } from './drafts';

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
  for (const form of Array.from(document.forms)) form.reset();
  const loading = document.createElement('p');
  loading.setAttribute('role', 'alert');
  loading.textContent = 'Loading.';
  document.title = 'Loading';
  document.body.innerHTML = '';
  document.body.appendChild(loading);
  location.replace(url);
}

/**
 * Leaves the site after three presses of Shift, wherever the focus is. A Shift that was held for a capital letter or a
 * shortcut does not count, and a pause of five seconds starts the count again.
 */
function leaveOnTripleShift(link: HTMLAnchorElement): void {
  // Part of the page, or a browser would lay it out once more. Only screen readers announce it.
  const line = link.nextElementSibling;
  const announce = (message: string) => {
    if (line) line.textContent = message;
  };
  let presses = 0;
  /** The Shift keys that are down, and whether nothing else was pressed meanwhile. */
  const isAlone: Record<string, boolean> = {};
  let timer: ReturnType<typeof setTimeout>;
  const reset = () => {
    presses = 0;
    announce('');
  };
  const spoil = () => {
    for (const key of Object.keys(isAlone)) isAlone[key] = false;
  };

  document.addEventListener('keydown', (event) => {
    const isShortcut = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== 'Shift' || isShortcut) {
      spoil();
      if (presses > 0) reset();
    } else if (!event.repeat) isAlone[event.code] = true;
  });
  document.addEventListener('pointerdown', spoil);
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone[event.code]) return;
    isAlone[event.code] = false;
    clearTimeout(timer);
    announce(announcements[presses++] ?? '');
    if (presses === announcements.length) leave(link.href);
    else timer = setTimeout(reset, timeoutMs);
  });
}

// The link "Leave this site" blanks the page first. This script is one of its own and comes before the others, so that
// the way out works in old browsers that cannot read them.
const link = document.querySelector<HTMLAnchorElement>('a.exit');
if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(link.href);
  });
  leaveOnTripleShift(link);
}
