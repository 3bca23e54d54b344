import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

let root: Root | null = null;

/** In milliseconds. */
const focusAfterMs = 300;

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

/** Gives the focus back when a dialog has gone, and what was pressed can be pressed again. */
const focusAgain = (element: HTMLElement | null): void => {
  window.setTimeout(() => {
    if (document.activeElement === document.body) element?.focus();
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
