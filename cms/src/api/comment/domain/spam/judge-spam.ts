import { contact, tradeName } from './contact-rules';
import { links } from './link-rules';
import { advertising, praise, trade, wordList } from './phrase-rules';
import { disguise, honeypot, repeated } from './sending-rules';
import type { SpamFinding, SpamRule, Submission } from './spam-rule';

const rules: readonly SpamRule[] = [
  honeypot,
  links,
  repeated,
  wordList,
  trade,
  advertising,
  praise,
  tradeName,
  contact,
  disguise,
];

/** From this sum of weights on, a comment is spam. One strong rule suffices, weak ones need company. */
const spamWeight = 10;

/**
 * From this weight on, the counsellor is told what was found in a comment that is not spam. Most comments with one link
 * or one word of a trade are ordinary ones.
 */
const minWeightToTell = 4;

export interface SpamJudgement {
  isSpam: boolean;
  /** Sentences that the counsellor reads, the weightiest first: of spam all of them, else what is worth their eye. */
  reasons: string[];
  /** What each rule found, the weightiest first. */
  findings: SpamFinding[];
}

/** Judges whether a comment goes to spam. One with a care flag never does, whatever else was found. */
export function judgeSpam(
  submission: Submission,
  { wordList, careFlagged }: { wordList: readonly string[]; careFlagged: boolean },
): SpamJudgement {
  const findings = rules
    .map((rule) => rule(submission, { wordList }))
    .filter((found) => found !== null)
    .sort((a, b) => b.weight - a.weight);
  const sum = findings.reduce((total, { weight }) => total + weight, 0);
  const toTell = findings.filter(({ weight }) => sum >= spamWeight || weight >= minWeightToTell);
  return {
    isSpam: sum >= spamWeight && !careFlagged,
    reasons: toTell.map(({ reason }) => reason),
    findings,
  };
}
