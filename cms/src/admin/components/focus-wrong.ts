const wrong = '[aria-invalid="true"], [data-wrong] :is(input, button)';

/**
 * Focuses the first wrong field once what is wrong is said beside it, in the middle of the screen, where no bar hides
 * the sentence below it. Fields that share a sentence are in an element with `data-wrong`.
 */
export const focusWrong = (within: HTMLElement | null): void => {
  setTimeout(() => {
    const field = within?.querySelector<HTMLElement>(wrong);
    field?.focus({ preventScroll: true });
    (field?.closest('[data-wrong]') ?? field)?.scrollIntoView({ block: 'center' });
  });
};
