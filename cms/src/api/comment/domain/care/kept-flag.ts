import type { CareFlag } from './care-flag';

const wasChanged = 'Found in an earlier version of this text';

/** How serious a flag is: danger goes before distress, and the writer before others. */
const severity = ({ kind, urgent }: CareFlag): number => (urgent ? 2 : 0) + (kind === 'self' ? 1 : 0);

/**
 * Returns the care flag of a text that its writer has changed. A flag stays until the counsellor dismisses it: someone
 * may take back what they wrote because they are ashamed of it, or afraid of what follows.
 *
 * @param found what the rules say about the present text
 * @param earlier the flag of the text before, unless it was dismissed
 */
export const keepFlag = (found: CareFlag | null, earlier: CareFlag | null): CareFlag | null => {
  if (earlier === null) return found;
  if (found === null) return { ...earlier, reasons: [...new Set([...earlier.reasons, wasChanged])] };
  const { kind, urgent } = severity(found) < severity(earlier) ? earlier : found;
  const lost = earlier.reasons.filter((reason) => !found.reasons.includes(reason));
  return { kind, urgent, reasons: [...new Set([...found.reasons, ...lost, ...(lost.length > 0 ? [wasChanged] : [])])] };
};
