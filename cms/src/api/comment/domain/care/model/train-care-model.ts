import { createHash } from 'node:crypto';
import type { CareModel, StoredCareModel } from './care-model';
import { type LinearClassifier, packClassifier, scoreOf } from './linear-classifier';
import type { CareExample } from './measure';
import type { Features } from './text-features';
import { seededRandom, shuffled, trainClassifier } from './train-classifier';

/** An example with its features, which are the same however often it is trained on. */
export interface TrainingExample extends CareExample {
  features: Features;
}

/** The number of hashes, as a power of two: fewer make the file smaller, and make more features share a weight. */
const bits = { flagged: 17, someoneElse: 14, urgent: 16 };

/** How much an example on the wrong side costs, compared with large weights. */
const cost = 0.5;

const folds = 5;

/** How often each classifier may say yes where it should not, in cross-validation. */
const allowedAlarms = { flagged: 0.15, urgent: 0.08 };

const train = (examples: readonly TrainingExample[]): CareModel => ({
  flagged: trainClassifier(
    examples.map(({ features, kind }) => ({ features, isYes: kind !== null })),
    { bits: bits.flagged, cost },
  ),
  someoneElse: trainClassifier(
    examples.flatMap(({ features, kind }) => (kind === null ? [] : { features, isYes: kind === 'someone else' })),
    { bits: bits.someoneElse, cost },
  ),
  urgent: trainClassifier(
    examples.map(({ features, urgent }) => ({ features, isYes: urgent })),
    { bits: bits.urgent, cost },
  ),
});

export interface Scored {
  example: TrainingExample;
  scores: Record<keyof CareModel, number>;
}

/** Returns each example with its scores by a model that was trained without it. */
export function crossValidate(examples: readonly TrainingExample[]): Scored[] {
  const order = shuffled(examples, seededRandom(2));
  return Array.from({ length: folds }, (_, fold) => {
    const model = train(order.filter((__, at) => at % folds !== fold));
    return order
      .filter((__, at) => at % folds === fold)
      .map((example): Scored => {
        const score = (classifier: LinearClassifier): number => scoreOf(classifier, example.features);
        return {
          example,
          scores: {
            flagged: score(model.flagged),
            someoneElse: score(model.someoneElse),
            urgent: score(model.urgent),
          },
        };
      });
  }).flat();
}

/** Returns the score that only this share of the numbers exceeds. */
const exceededBy = (share: number, numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => b - a)[Math.floor(numbers.length * share)] ?? 0;

/** Scores that a model has to exceed to say yes, so that it raises no more false alarms than allowed. */
export const thresholdsFor = (validated: readonly Scored[]): { flagged: number; urgent: number } => ({
  flagged: exceededBy(
    allowedAlarms.flagged,
    validated.flatMap(({ example, scores }) => (example.kind === null ? scores.flagged : [])),
  ),
  urgent: exceededBy(
    allowedAlarms.urgent,
    validated.flatMap(({ example, scores }) => (example.kind !== null && !example.urgent ? scores.urgent : [])),
  ),
});

/** Returns 16 hexadecimal digits that change with every example. */
export const fingerprintOf = (examples: readonly CareExample[]): string =>
  createHash('sha256')
    .update(JSON.stringify(examples.map(({ text, kind, urgent }) => [text, kind, urgent])))
    .digest('hex')
    .slice(0, 16);

const packed = (classifier: LinearClassifier, threshold: number) =>
  packClassifier({ ...classifier, bias: classifier.bias - threshold });

/** Returns a model that was trained on all examples, ready to be stored. */
export function trainCareModel(
  examples: readonly TrainingExample[],
  thresholds: ReturnType<typeof thresholdsFor>,
): StoredCareModel {
  const model = train(examples);
  return {
    madeBy: 'npm run train-care',
    examples: examples.length,
    fingerprint: fingerprintOf(examples),
    flagged: packed(model.flagged, thresholds.flagged),
    someoneElse: packed(model.someoneElse, 0),
    urgent: packed(model.urgent, thresholds.urgent),
  };
}
