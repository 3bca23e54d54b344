import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

let root: Root | null = null;

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

/** Shows a dialog until it is answered, after those that were asked for before; resolves with the answer. */
export const showDialog = <Answer,>(render: (answer: (given: Answer) => void) => ReactNode): Promise<Answer> => {
  const asked = last.then(
    () =>
      new Promise<Answer>((resolve) => {
        show(
          render((given) => {
            show(null);
            resolve(given);
          }),
        );
      }),
  );
  last = asked;
  return asked;
};
