import { isVisible } from 'shared';

/** Returns trimmed text, or null for a field that shows nothing: the contracts have no empty texts. */
export const textOrNull = (value: string | null | undefined): string | null => {
  const text = (value ?? '').trim();
  return isVisible(text) ? text : null;
};
