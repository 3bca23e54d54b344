/** Returns a text without the space around it; null if nothing is left. */
export const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
};
