import { leave } from './leave';

/** How long somebody may take from one press to the next, in milliseconds. */
const patience = 5000;
const announcements = [
  'Press Shift 2 more times to leave this site.',
  'Press Shift once more to leave this site.',
  'Leaving this site.',
];

/** A line that screen readers say aloud and nobody sees. */
function announcer(beside: Element): (words: string) => void {
  const line = document.createElement('span');
  line.setAttribute('role', 'status');
  line.className = 'vh';
  beside.after(line);
  return (words) => {
    line.textContent = words;
  };
}

/**
 * Three presses of Shift leave the site, wherever the focus is. A Shift that was held for a capital letter or a
 * shortcut doesn't count, and after five seconds without another press the count begins anew.
 */
export function leaveOnShift(link: HTMLAnchorElement): void {
  const say = announcer(link);
  let presses = 0;
  let alone = false;
  let timer: ReturnType<typeof setTimeout>;
  const forget = () => {
    presses = 0;
    say('');
  };

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      alone = false;
      if (presses > 0) forget();
    } else if (!event.repeat) alone = true;
  });
  document.addEventListener('pointerdown', () => {
    alone = false;
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    clearTimeout(timer);
    say(announcements[presses++] ?? '');
    if (presses === announcements.length) leave(link.href);
    else timer = setTimeout(forget, patience);
  });
}
