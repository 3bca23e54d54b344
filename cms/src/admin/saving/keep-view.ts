/** How a form looks to the person in front of it: what is open, and how far it is scrolled. */
interface View {
  open: readonly string[];
  scrolled: readonly (readonly [element: Element, top: number])[];
}

/** What opens and closes parts of a form: its sections, and rows such as sessions. */
const openers = 'main form button[aria-expanded]:not([aria-haspopup])';

/** In milliseconds: how long a form may take to show what was open before. */
const restoreWithinMs = 2_000;
const everyMs = 50;

/** Names what opens parts of the form by what it says, and by which of those that say the same it is. */
const namedOpeners = (): [name: string, opener: HTMLElement][] => {
  const seen = new Map<string, number>();
  return [...document.querySelectorAll<HTMLElement>(openers)].map((opener) => {
    const text = opener.textContent;
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return [`${text} ${nth}`, opener];
  });
};

const isOpen = (opener: HTMLElement): boolean => opener.getAttribute('aria-expanded') === 'true';

const ancestorsOf = (element: Element | null): Element[] =>
  element === null ? [] : [element, ...ancestorsOf(element.parentElement)];

/** Returns how the form on the page looks now. */
export const noteView = (): View => ({
  open: namedOpeners().flatMap(([name, opener]) => (isOpen(opener) ? [name] : [])),
  scrolled: ancestorsOf(document.querySelector('main'))
    .filter(({ scrollTop }) => scrollTop > 0)
    .map((element) => [element, element.scrollTop] as const),
});

/** Opens what was open, as soon as it is there: rows are in sections. */
const restore = ({ open, scrolled }: View, until: number): void => {
  const named = new Map(namedOpeners());
  for (const name of open) {
    const opener = named.get(name);
    if (opener && !isOpen(opener)) opener.click();
  }
  for (const [element, top] of scrolled) element.scrollTop = top;
  if (open.some((name) => !named.has(name)) && performance.now() < until)
    window.setTimeout(() => restore({ open, scrolled }, until), everyMs);
};

/**
 * Has a form look as one did before that it took the place of: the content manager makes another form of an entry when
 * it is saved for the first time.
 */
export const restoreView = (view: View): void => {
  requestAnimationFrame(() => restore(view, performance.now() + restoreWithinMs));
};
