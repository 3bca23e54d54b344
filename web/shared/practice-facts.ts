import type { Practice } from 'shared';

/** Returns whether the page “In short” says anything that the home page does not. */
export const hasFacts = ({ fees }: Pick<Practice, 'fees'>): boolean => fees.lines.length > 0;
