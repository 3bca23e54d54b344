import type { LinearClassifier } from './linear-classifier';
import type { Features } from './text-features';

/** The features of an example, and whether the classifier has to say yes. */
export interface Labelled {
  features: Features;
  isYes: boolean;
  /** How much it costs to judge this one wrongly, compared with the others; 1 if it is left out. */
  weight?: number;
}

interface Prepared {
  indexes: Int32Array;
  values: Float64Array;
  sign: 1 | -1;
  squared: number;
  slack: number;
}

/** Returns numbers from 0 up to, not including, 1; always the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns the items in an order that depends on the numbers alone. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const prepare = ({ features, isYes, weight = 1 }: Labelled, { bits, cost }: Required<Training>): Prepared => {
  const values = new Map<number, number>();
  for (const [hash, value] of features) {
    const index = hash & (2 ** bits - 1);
    values.set(index, (values.get(index) ?? 0) + value);
  }
  return {
    indexes: Int32Array.from(values.keys()),
    values: Float64Array.from(values.values()),
    sign: isYes ? 1 : -1,
    squared: 1 + [...values.values()].reduce((sum, value) => sum + value * value, 0),
    slack: 1 / (2 * cost * weight),
  };
};

const rounds = 15;

interface Training {
  /** The number of hashes, as a power of two. */
  bits: number;
  /** How much an example on the wrong side costs, compared with large weights. */
  cost?: number;
}

/**
 * Trains a linear support vector machine with squared hinge loss by dual coordinate descent. The result depends on
 * nothing but its arguments.
 *
 * @see https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf
 */
export function trainClassifier(examples: readonly Labelled[], { bits, cost = 0.3 }: Training): LinearClassifier {
  const random = seededRandom(1);
  const all = examples.map((example) => ({ ...prepare(example, { bits, cost }), dual: 0 }));
  const weights = new Float64Array(2 ** bits);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const example of shuffled(all, random)) {
      const { indexes, values, sign, squared, slack, dual } = example;
      let score = bias;
      for (let n = 0; n < indexes.length; n += 1) score += (weights[indexes[n] ?? 0] ?? 0) * (values[n] ?? 0);
      const gradient = sign * score - 1 + slack * dual;
      example.dual = Math.max(0, dual - gradient / (squared + slack));
      const change = (example.dual - dual) * sign;
      if (change === 0) continue;
      for (let n = 0; n < indexes.length; n += 1) {
        const index = indexes[n] ?? 0;
        weights[index] = (weights[index] ?? 0) + change * (values[n] ?? 0);
      }
      bias += change;
    }
  }
  return { bits, bias, weights };
}
