import type { Submission, Suspicion } from './measure';
import { measures } from './measures';

/** Where the sum of what the measures found means spam. One strong measure suffices, weak ones need company. */
const spamWeight = 10;

/**
 * From here on a finding is worth the counsellor’s eye; most comments with one link or one word of a trade are nobody’s
 * spam.
 */
const worthSaying = 4;

export interface SpamJudgement {
  to: 'queue' | 'spam';
  /**
   * Sentences that the counsellor reads, the weightiest first: of spam all that was found, else what is worth her eye.
   */
  reasons: string[];
  suspicions: Suspicion[];
}

/**
 * Whether a comment waits for the counsellor or goes to spam, where it is kept for her as well. Words with a care flag
 * never go to spam, whatever else was found.
 */
export function judgeSpam(
  submission: Submission,
  { wordList, careFlagged }: { wordList: readonly string[]; careFlagged: boolean },
): SpamJudgement {
  const suspicions = measures
    .map((measure) => measure(submission, { wordList }))
    .filter((found) => found !== null)
    .sort((a, b) => b.weight - a.weight);
  const sum = suspicions.reduce((total, { weight }) => total + weight, 0);
  const told = suspicions.filter(({ weight }) => sum >= spamWeight || weight >= worthSaying);
  return {
    to: sum >= spamWeight && !careFlagged ? 'spam' : 'queue',
    reasons: told.map(({ because }) => because),
    suspicions,
  };
}
