import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

let root: Root | null = null;

/** In milliseconds, before each attempt. */
const focusAfterMs = 100;

/** Strapi keeps the chosen theme here. */
const isDark = (): boolean => {
  const chosen = localStorage.getItem('STRAPI_THEME') ?? 'system';
  return chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
};

/** Shows a dialog above the admin, from code that is no component. Null removes it. */
const show = (dialog: ReactNode): void => {
  root ??= createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    dialog && (
      <DesignSystemProvider locale="en-GB" theme={isDark() ? darkTheme : lightTheme}>
        {dialog}
      </DesignSystemProvider>
    ),
  );
};

let last: Promise<unknown> = Promise.resolve();

/** What last had the focus: Strapi takes it from a button that is pressed, or disables the button meanwhile. */
let focused: HTMLElement | null = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) focused = target;
});

/** The element that a person would take for the same: a button may have been made anew meanwhile. */
const stillThere = (element: HTMLElement): HTMLElement | undefined =>
  element.isConnected
    ? element
    : [...document.querySelectorAll('button')].find(({ textContent }) => textContent === element.textContent);

/** Gives the focus back when a dialog has gone, as soon as what was pressed can be pressed again. */
const focusAgain = (element: HTMLElement | null, attempts = 20): void => {
  if (element === null || attempts === 0) return;
  window.setTimeout(() => {
    if (document.activeElement !== document.body) return;
    stillThere(element)?.focus();
    focusAgain(element, attempts - 1);
  }, focusAfterMs);
};

/**
 * Shows a dialog until it is answered, after those that were asked for before; resolves with the answer. The focus goes
 * back to where it was.
 */
export const showDialog = <Answer,>(render: (answer: (given: Answer) => void) => ReactNode): Promise<Answer> => {
  const asked = last.then(
    () =>
      new Promise<Answer>((resolve) => {
        const before = focused;
        show(
          render((given) => {
            show(null);
            focusAgain(before);
            resolve(given);
          }),
        );
      }),
  );
  last = asked;
  return asked;
};
