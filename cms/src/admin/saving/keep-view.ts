import { lastFocused } from '#src/admin/components/keep-focus';

/** How a form looks to the person in front of it: what is open, how far it is scrolled, and where the cursor is. */
interface View {
  open: readonly string[];
  cursor: Cursor | null;
  scrolled: readonly (readonly [element: Element, top: number])[];
}

/** Where the cursor is: the kind of element, which of them, and what is selected in it. */
interface Cursor {
  selector: string;
  nth: number;
  /** Of a text, each end by the positions of the nodes around it; of a field, in characters. */
  from: readonly number[];
  to: readonly number[];
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

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

const positionIn = (around: Node, node: Node | null, offset: number): number[] => {
  const path = [offset];
  for (let at = node; at !== null && at !== around; at = at.parentNode)
    path.unshift([...(at.parentNode?.childNodes ?? [])].indexOf(at as ChildNode));
  return path;
};

const nodeAt = (around: Node, path: readonly number[]): [Node, number] => {
  const node = path.slice(0, -1).reduce((at: Node, index) => at.childNodes[index] ?? at, around);
  return [node, path.at(-1) ?? 0];
};

/** Names an element of a form so that the same one is found in another form of the same kind. */
const selectorOf = (element: Element): string | null => {
  if (isField(element) && element.name !== '') return `main [name="${CSS.escape(element.name)}"]`;
  if (element.matches('[data-rich-text] [role=textbox]')) return 'main [data-rich-text] [role=textbox]';
  return element.matches('main button') ? 'main button' : null;
};

const noteCursor = (): Cursor | null => {
  const element = document.activeElement === document.body ? lastFocused() : document.activeElement;
  const selector = element && selectorOf(element);
  if (!element || !selector) return null;
  const nth = [...document.querySelectorAll(selector)].indexOf(element);
  if (isField(element)) return { selector, nth, from: [element.selectionStart ?? 0], to: [element.selectionEnd ?? 0] };
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = getSelection() ?? {};
  const isInside = element.contains(anchorNode) && element.contains(focusNode);
  const [from, to] = isInside
    ? [positionIn(element, anchorNode, anchorOffset), positionIn(element, focusNode, focusOffset)]
    : [[], []];
  return { selector, nth, from, to };
};

/** Puts the cursor back, unless it is somewhere else by now; returns whether that is done. */
const restoreCursor = ({ selector, nth, from, to }: Cursor): boolean => {
  const at = document.activeElement;
  if (at !== null && at !== document.body && !at.matches('h1')) return true;
  const element = document.querySelectorAll<HTMLElement>(selector)[nth];
  if (!element?.checkVisibility()) return false;
  element.focus({ preventScroll: true });
  if (document.activeElement !== element) return false;
  if (isField(element) && element.selectionStart !== null) element.setSelectionRange(from[0] ?? 0, to[0] ?? 0);
  else if (from.length > 0) getSelection()?.setBaseAndExtent(...nodeAt(element, from), ...nodeAt(element, to));
  return true;
};

/** Returns how the form on the page looks now. */
export const noteView = (): View => ({
  cursor: noteCursor(),
  open: namedOpeners().flatMap(([name, opener]) => (isOpen(opener) ? [name] : [])),
  scrolled: ancestorsOf(document.querySelector('main'))
    .filter(({ scrollTop }) => scrollTop > 0)
    .map((element) => [element, element.scrollTop] as const),
});

/** Opens what was open, as soon as it is there: rows are in sections. */
const restore = (view: View, until: number): void => {
  const { open, scrolled, cursor } = view;
  const named = new Map(namedOpeners());
  for (const name of open) {
    const opener = named.get(name);
    if (opener && !isOpen(opener)) opener.click();
  }
  for (const [element, top] of scrolled) element.scrollTop = top;
  const isComplete = open.every((name) => named.has(name));
  const isThere = cursor === null || restoreCursor(cursor);
  if (isComplete && isThere) return;
  if (performance.now() < until)
    window.setTimeout(() => restore({ ...view, cursor: isThere ? null : cursor }, until), everyMs);
};

/**
 * Has a form look as one did before that it took the place of: the content manager makes another form of an entry when
 * it is saved for the first time.
 */
export const restoreView = (view: View): void => {
  requestAnimationFrame(() => restore(view, performance.now() + restoreWithinMs));
};
