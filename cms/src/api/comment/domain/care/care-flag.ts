import { hitsIn } from './hits';
import type { CareKind } from './phrase-rule';

/** What brings a comment to the front: plain sentences for the counsellor, no score. */
export interface CareFlag {
  kind: CareKind;
  /** Danger is present: to life, by abuse, to a child, or by a threat. */
  urgent: boolean;
  reasons: string[];
}

/**
 * Whether words suggest that somebody is struggling, by the phrase rules of `rules/`. Null means that no phrase was
 * found, not that there is nothing to worry about. Danger goes before distress, and the writer before others.
 */
export function careFlag(words: string): CareFlag | null {
  const hits = hitsIn(words);
  const first =
    hits.find((hit) => hit.urgent && hit.kind === 'self') ??
    hits.find((hit) => hit.urgent) ??
    hits.find((hit) => hit.kind === 'self') ??
    hits[0];
  if (!first) return null;
  const reasons = [first, ...hits.filter((hit) => hit.urgent), ...hits].map((hit) => hit.because);
  return { kind: first.kind, urgent: first.urgent, reasons: [...new Set(reasons)] };
}
