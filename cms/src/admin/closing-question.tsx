import { StayOrLeave } from './components/LeaveDialog';
import { showDialog } from './components/overlay';
import { words } from './translations';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** What fields in dialogs held before somebody typed into them. */
const heldBefore = new WeakMap<TextInput, string>();

/** What lies above a dialog, and is closed before it. */
const layersAbove = '[role="alertdialog"], [role="listbox"], [role="menu"], [data-radix-popper-content-wrapper]';

/** Strapi’s dialog for a topic or an author, which asks by itself. */
const opensPage = words['content-manager.components.RelationInputModal.button-fullpage'];
const saidOfFilesToAdd = words['upload.modal.upload-list.sub-header-subtitle'] ?? '';
const cancel = words['app.components.Button.cancel'] ?? 'Cancel';

const isTextInput = (element: EventTarget | null): element is TextInput =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['search', 'password', 'checkbox', 'radio', 'file'].includes(element.type) &&
    element.closest('[role="search"]') === null);

const headButtons = (dialog: Element): HTMLButtonElement[] => [
  ...dialog.querySelectorAll<HTMLButtonElement>('header button'),
];

/** The X of a dialog: all of the design system’s have it, pop-ups and drawers don’t. */
const closeButton = (dialog: Element): HTMLButtonElement | undefined =>
  headButtons(dialog).find(({ textContent }) => /^Close(?: modal)?$/.test(textContent));

/** The dialog that is open, the uppermost of several; null without one that has to be asked about. */
const openDialog = (): Element | null => {
  const dialog = [...document.querySelectorAll('[role="dialog"][data-state="open"]')].at(-1);
  if (dialog === undefined || closeButton(dialog) === undefined) return null;
  return headButtons(dialog).some(({ textContent }) => textContent === opensPage) ? null : dialog;
};

const hasChanged = (field: TextInput): boolean =>
  heldBefore.has(field) && heldBefore.get(field)?.trim() !== field.value.trim();

/** Returns what would be lost if a dialog were closed, in a sentence; null if nothing would be. */
const lossIn = (dialog: Element): string | null => {
  const fields = [...dialog.querySelectorAll<TextInput>('input, textarea')];
  if (fields.some((field) => isTextInput(field) && hasChanged(field)))
    return 'What you typed here is not saved. If you close it, it is lost.';
  return dialog.textContent.includes(saidOfFilesToAdd)
    ? 'Some files are not added yet. If you close it, they are not kept.'
    : null;
};

/** Returns whether the open dialog holds something that would be lost with it. */
export const isTypedInDialog = (): boolean => {
  const dialog = openDialog();
  return dialog !== null && lossIn(dialog) !== null;
};

let isAnswered = false;

/** Presses a button whose consequence has been agreed to: Strapi would ask again, in a window of the browser. */
const press = (button: HTMLElement): void => {
  const confirm = window.confirm.bind(window);
  window.confirm = () => true;
  isAnswered = true;
  button.click();
  isAnswered = false;
  window.confirm = confirm;
};

/** Stops what would close the open dialog until its question is answered, then presses `button`. */
const askFirst = (event: Event, button: HTMLElement | undefined): void => {
  const dialog = openDialog();
  const loss = dialog && lossIn(dialog);
  if (isAnswered || loss === null || button === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void showDialog<boolean>((answer) => (
    <StayOrLeave title="Close this?" onStay={() => answer(false)} onLeave={() => answer(true)}>
      {loss}
    </StayOrLeave>
  )).then((closes) => {
    if (closes) press(button);
  });
};

const isOutside = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[role="dialog"], [data-sonner-toaster], ${layersAbove}`) === null;

/** The button that closes a dialog, or drops what was typed there, and was pressed. */
const pressedClosing = (dialog: Element, target: EventTarget | null): HTMLElement | undefined => {
  const button = target instanceof Element && dialog.contains(target) ? target.closest<HTMLElement>('button') : null;
  if (button === null) return undefined;
  const closes = button === closeButton(dialog) || button.textContent.trim() === cancel;
  return closes || button.dataset.drops !== undefined ? button : undefined;
};

/**
 * Asks before a dialog is closed in which something was typed, in whatever way: the X, Cancel, Escape, beside it, or
 * with the tab. It stands before all listeners of Strapi, whose dialogs ask in one of these ways or in none.
 */
export const askBeforeClosing = (): void => {
  const listen = <Name extends keyof WindowEventMap>(name: Name, hear: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, hear, { capture: true });
  listen('beforeinput', ({ target }) => {
    if (isTextInput(target) && !heldBefore.has(target) && target.closest('[role="dialog"]'))
      heldBefore.set(target, target.value);
  });
  listen('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || document.querySelector(layersAbove) !== null) return;
    const dialog = openDialog();
    if (dialog) askFirst(event, closeButton(dialog));
  });
  listen('pointerdown', (event) => {
    const dialog = isOutside(event.target) ? openDialog() : null;
    if (dialog) askFirst(event, closeButton(dialog));
  });
  listen('click', (event) => {
    const dialog = openDialog();
    if (dialog) askFirst(event, pressedClosing(dialog, event.target));
  });
  listen('beforeunload', (event) => {
    if (isTypedInDialog()) event.preventDefault();
  });
};
