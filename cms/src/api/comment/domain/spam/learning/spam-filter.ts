import { type LinearClassifier, scoreOf } from '#src/api/comment/domain/care/model/linear-classifier';
import type { SpamFinding } from '../spam-rule';
import type { Count, SpamCounts } from './spam-counts';
import { type SpamFeatures, weighted } from './spam-features';

/** What the filter knows before the counsellor teaches it: counts that decisions add to, and weights that stay. */
export interface SpamSeed {
  counts: SpamCounts;
  classifier: LinearClassifier;
}

/** How much a comment that the counsellor decided about counts, compared with an example of the project. */
const decisionWeight = 2;

/** What was in one comment only says nothing yet: one wrong click must not send the next comments to spam. */
const minComments = 2;

/** What a feature counts at least in each kind, as a share of a comment, so that nothing is ever impossible. */
const smoothing = 0.1;

interface Evidence {
  learned: Count;
  /** Logarithm of how much likelier the feature is in spam. */
  logRatio: number;
}

const evidenceOf = (bucket: number, seed: SpamCounts, learned: SpamCounts): Evidence => {
  const counted = learned.inBucket(bucket);
  const used = counted.spam + counted.human < minComments ? 0 : decisionWeight;
  const known = seed.inBucket(bucket);
  const shareIn = (label: keyof Count, usual: number): number =>
    (known[label] + used * counted[label] + smoothing * usual) /
    (seed.comments[label] + decisionWeight * learned.comments[label] + 2 * smoothing * usual);
  const spam = seed.comments.spam + decisionWeight * learned.comments.spam;
  const human = seed.comments.human + decisionWeight * learned.comments.human;
  return { learned: counted, logRatio: Math.log(shareIn('spam', 1)) - Math.log(shareIn('human', human / spam)) };
};

/** What a score of the classifier counts beside one of the counts; chosen in cross-validation. */
const classifierWeight = 3.5;

/**
 * Returns how much more a comment is like spam than like comments of people: naive Bayes, each feature counted once,
 * and a linear classifier, which weighs features together. The sum of logarithms is divided by the root of their
 * number, because features that overlap are no independent evidence.
 */
export function spamScoreOf(features: SpamFeatures, { counts, classifier }: SpamSeed, learned: SpamCounts): number {
  let sum = 0;
  for (const bucket of features.keys()) sum += evidenceOf(bucket, counts, learned).logRatio;
  const bayes = sum / Math.sqrt(Math.max(1, features.size));
  return bayes + classifierWeight * scoreOf(classifier, weighted(features));
}

/** The score that alone means spam; see `npm run train-spam` for what others would find and lose. */
const spamScore = 5;

/** Points that mean spam, the filter's and those of the rules together. */
const spamWeight = 10;
/** How far a text that is like those of people can outweigh what rules found in it. */
const minWeight = -8;

/** Returns the points that a score adds to those of the rules. */
export const weightOfScore = (score: number): number => Math.max(minWeight, (score / spamScore) * spamWeight);

const maxWords = 2;
const minLogRatio = 1;

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' and ');

/** Says which words speak for spam: those of the counsellor's own decisions, else those of the project's examples. */
const reasonFor = (features: SpamFeatures, { counts }: SpamSeed, learned: SpamCounts): string => {
  const words = [...features]
    .flatMap(([bucket, word]) =>
      word === null || !/^\p{L}{3,}$/u.test(word) ? [] : { word, ...evidenceOf(bucket, counts, learned) },
    )
    .filter(({ logRatio }) => logRatio >= minLogRatio)
    .sort((a, b) => b.logRatio - a.logRatio);
  const marked = words.filter(({ learned: { spam, human } }) => spam >= minComments && spam > human).slice(0, maxWords);
  const fewest = Math.min(...marked.map(({ learned: { spam } }) => spam));
  if (marked.length === 1)
    return `The word ${quoted(marked.map(({ word }) => word))} was in ${fewest} comments that you called spam.`;
  if (marked.length > 1)
    return `Words such as ${quoted(marked.map(({ word }) => word))} were each in ${fewest} or more comments that you called spam.`;
  const known = words.slice(0, maxWords).map(({ word }) => word);
  return known.length < maxWords
    ? 'Its wording as a whole is like that of spam.'
    : `Words such as ${quoted(known)} are typical of spam.`;
};

/** Returns what the filter makes of a comment; of one that is like those of people, a negative weight. */
export function learnedFinding(features: SpamFeatures, seed: SpamSeed, learned: SpamCounts): SpamFinding {
  return {
    rule: 'learned',
    weight: weightOfScore(spamScoreOf(features, seed, learned)),
    reason: reasonFor(features, seed, learned),
  };
}
