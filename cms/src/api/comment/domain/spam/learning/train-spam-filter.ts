import { createHash } from 'node:crypto';
import type { LinearClassifier } from '#src/api/comment/domain/care/model/linear-classifier';
import { seededRandom, shuffled, trainClassifier } from '#src/api/comment/domain/care/model/train-classifier';
import { emptyTally, type SpamLabel, type Tally } from './spam-counts';
import { bucketBits, type SpamFeatures, weighted } from './spam-features';
import type { SpamSeed } from './spam-filter';

/** A comment, and what it is. */
export interface SpamExample {
  name: string;
  text: string;
  label: SpamLabel;
}

/** An example with its features, which are the same however often it is counted. */
export interface CountedExample extends SpamExample {
  features: SpamFeatures;
}

/** Comments that were written to train the care model are far more, and about hard subjects: each counts for less. */
const everydayWeight = 0.15;

/** What an example on the wrong side costs, and how much more spam does, which is rarer than comments of people. */
const cost = 3;
const spamCost = 3;

/** Returns the counts of examples and of everyday comments by people, and a classifier trained on both. */
export function trainSpamFilter(
  examples: readonly CountedExample[],
  everyday: readonly CountedExample[],
): { counts: Tally; classifier: LinearClassifier } {
  const counts = emptyTally();
  for (const { features, label } of examples) counts.add(features, label);
  for (const { features, label } of everyday) counts.add(features, label, everydayWeight);
  const classifier = trainClassifier(
    [...examples, ...everyday].map(({ features, label }) => ({
      features: weighted(features),
      isYes: label === 'spam',
      weight: label === 'spam' ? spamCost : 1,
    })),
    { bits: bucketBits, cost },
  );
  return { counts, classifier };
}

const folds = 5;

/** Returns each example with counts that were made without it. */
export function crossValidateSpam(
  examples: readonly CountedExample[],
  everyday: readonly CountedExample[],
): { example: CountedExample; seed: SpamSeed }[] {
  const order = shuffled(examples, seededRandom(2));
  return Array.from({ length: folds }, (_, fold) => {
    const seed = trainSpamFilter(
      order.filter((__, at) => at % folds !== fold),
      everyday,
    );
    return order.filter((__, at) => at % folds === fold).map((example) => ({ example, seed }));
  }).flat();
}

/** Returns 16 hexadecimal digits that change with every example. */
export const fingerprintOfSpam = (examples: readonly SpamExample[]): string =>
  createHash('sha256')
    .update(JSON.stringify(examples.map(({ name, text, label }) => [name, text, label])))
    .digest('hex')
    .slice(0, 16);

/** A comment that was judged: its points, and whether it goes to spam. */
export interface Judged {
  label: SpamLabel;
  weight: number;
  isSpam: boolean;
}

/** Returns the share of spam that is found if so many comments by people may be lost, whatever weight that takes. */
export function foundAtLoss(judged: readonly Judged[], lost: number): number {
  const weights = judged.filter(({ label }) => label === 'human').map(({ weight }) => weight);
  const limit = weights.sort((a, b) => b - a)[lost] ?? 0;
  const spam = judged.filter(({ label }) => label === 'spam');
  return spam.filter(({ weight }) => weight > limit).length / Math.max(1, spam.length);
}
