const panels = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** In milliseconds, after which a library has given the focus back if it does so at all. */
const patienceMs = 150;

/** What had the focus before a dialog or menu took it. */
const openers = new WeakMap<Element, HTMLElement>();
/** What had the focus last; it may be gone. */
let focused: HTMLElement | null = null;

/** Returns what had the focus last; it may be gone, or disabled. */
export const lastFocused = (): HTMLElement | null => focused;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Returns the nearest of what opened one panel after the other that is still there. */
const findOpener = (): HTMLElement | null => {
  let at = focused;
  while (at !== null && !(at.isConnected && at.checkVisibility())) {
    const panel: Element | null = at.closest(panels);
    at = panel === null ? null : (openers.get(panel) ?? null);
  }
  return at;
};

/** Focuses the heading of a page, so that what comes next on the keyboard is the page. */
const focusHeading = (): void => {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.style.outline = 'none';
  heading.focus({ preventScroll: true });
};

/**
 * Gives the focus back where it would be lost: to what opened a dialog or panel that closes, and to the heading of a
 * page that is opened by a link which is gone then. Otherwise the keyboard and screen readers would begin at the top
 * again.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
export const keepFocus = (): void => {
  let path = location.pathname;
  let isNewPage = false;
  const look = (): void => {
    if (location.pathname !== path) {
      path = location.pathname;
      isNewPage = true;
    }
    if (!isLost()) return;
    if (isNewPage) focusHeading();
    else if (focused !== null && !focused.isConnected && focused.closest(panels) !== null)
      window.setTimeout(() => {
        if (isLost()) findOpener()?.focus();
      }, patienceMs);
  };
  // Whoever goes on by hand is left alone.
  for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, () => (isNewPage = false), true);
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const panel = target.closest(panels);
    if (panel !== null && focused !== null && focused.closest(panels) !== panel && !openers.has(panel))
      openers.set(panel, focused);
    focused = target;
  });
  let isAhead = false;
  new MutationObserver(() => {
    if (isAhead) return;
    isAhead = true;
    requestAnimationFrame(() => {
      isAhead = false;
      look();
    });
  }).observe(document, { childList: true, subtree: true });
};
