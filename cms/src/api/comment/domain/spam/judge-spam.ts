import { readSpamSeed } from '#src/api/comment/read-spam-seed';
import { contact, tradeName } from './contact-rules';
import { inFavour } from './in-favour';
import { nothingCounted, type SpamCounts } from './learning/spam-counts';
import { type SpamFeatures, spamFeaturesOf } from './learning/spam-features';
import { learnedFinding, type SpamSeed } from './learning/spam-filter';
import { links } from './link-rules';
import { advertising, praise, trade, wordList } from './phrase-rules';
import { plug } from './plug-rule';
import { disguise, honeypot, repeated } from './sending-rules';
import type { SpamFinding, SpamRule, Submission } from './spam-rule';

/** From this sum of weights on, a comment is spam. One strong rule suffices, weak ones need company. */
const spamWeight = 10;

/**
 * From this weight on, the counsellor is told what was found in a comment that is not spam. Most comments with one link
 * or one word of a trade are ordinary ones.
 */
const minWeightToTell = 4;

/** The same for the filter, which is less sure of its ground than a rule. */
const minFilterWeightToTell = 6;

/** Rules that look at name and text alone. */
const textRules: readonly SpamRule[] = [links, trade, advertising, praise, plug, tradeName, contact, disguise];
/** Rules that look at how it was sent, and at the counsellor's own list. */
const otherRules: readonly SpamRule[] = [honeypot, repeated, wordList];

const findingsOf = (rules: readonly SpamRule[], submission: Submission, words: readonly string[]): SpamFinding[] =>
  rules.map((rule) => rule(submission, { wordList: words })).filter((found) => found !== null);

const sumOf = (findings: readonly SpamFinding[]): number => findings.reduce((sum, { weight }) => sum + weight, 0);

/** What the rules find in a text counts half: the filter has seen it, too. */
const suspicionOf = (inText: readonly SpamFinding[]): number => sumOf(inText) / 2;

/** Returns what the spam filter counts of a comment, which depends on name and text alone. */
export const featuresOfComment = ({ name, text }: { name: string; text: string }): SpamFeatures => {
  const submission = { name, text, honeypot: false, sameBefore: 0 };
  return spamFeaturesOf(submission, findingsOf(textRules, submission, []));
};

/** What else a judgement depends on. */
interface SpamContext {
  /** The practice's own words. */
  wordList: readonly string[];
  careFlagged: boolean;
  /** What the filter knows of the counsellor's decisions, and of the project's examples. */
  learned?: SpamCounts;
  seed?: SpamSeed;
}

export interface SpamJudgement {
  isSpam: boolean;
  /** Points, from `spamWeight` on spam. */
  weight: number;
  /** Sentences that the counsellor reads, the weightiest first: of spam all of them, else what is worth their eye. */
  reasons: string[];
  /** What each rule found, the weightiest first. */
  findings: SpamFinding[];
}

/**
 * Judges whether a comment goes to spam. One with a care flag never does, whatever else was found.
 */
export function judgeSpam(
  submission: Submission,
  { wordList: words, careFlagged, learned = nothingCounted, seed = readSpamSeed() }: SpamContext,
): SpamJudgement {
  const inText = findingsOf(textRules, submission, words);
  const ofFilter = learnedFinding(spamFeaturesOf(submission, inText), seed, learned);
  const others = findingsOf(otherRules, submission, words);
  // A text like those of people speaks against what was found in it, never against the counsellor's own list.
  const ofText = Math.max(0, suspicionOf(inText) + ofFilter.weight);
  const favour = inFavour(submission, inText, ofText);
  const sum = sumOf(others) + ofText + (favour?.weight ?? 0);
  const isSaved = favour !== null && sum < spamWeight && sum - favour.weight >= spamWeight;
  const findings = [
    ...inText,
    ...others,
    ...(ofFilter.weight >= minFilterWeightToTell ? [ofFilter] : []),
    ...(isSaved ? [favour] : []),
  ].sort((a, b) => b.weight - a.weight);
  const toTell = findings.filter(
    (finding) => sum >= spamWeight || finding.weight >= minWeightToTell || finding === favour,
  );
  return {
    isSpam: sum >= spamWeight && !careFlagged,
    weight: sum,
    reasons: toTell.map(({ reason }) => reason),
    findings,
  };
}
