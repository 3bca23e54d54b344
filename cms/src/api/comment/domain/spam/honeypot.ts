import type { Measure } from './measure';

/** A field that people don’t see was filled in. Enough by itself: only a programme fills in what is not shown. */
export const honeypot: Measure = ({ honeypot: filledIn }) =>
  filledIn ? { rule: 'honeypot', weight: 10, because: 'A field that people don’t see was filled in.' } : null;
