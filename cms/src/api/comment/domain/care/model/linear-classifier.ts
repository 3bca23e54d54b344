import { z } from 'zod';
import type { Features } from './text-features';

/** A weight for each hash of a feature, cut to its last bits, and what a text without features scores. */
export interface LinearClassifier {
  bits: number;
  bias: number;
  weights: Float64Array;
}

/** A classifier as it is stored: a byte for each weight, in base64. */
export const storedClassifier = z.object({
  bits: z.number().int().min(8).max(20),
  bias: z.number(),
  /** What a weight of 1 in the bytes stands for. */
  scale: z.number().positive(),
  weights: z.base64(),
});

export type StoredClassifier = z.infer<typeof storedClassifier>;

const maxByte = 127;

/** Returns how a text with these features scores: above 0 for yes, and the further from 0 the surer. */
export function scoreOf({ bits, bias, weights }: LinearClassifier, features: Features): number {
  const mask = 2 ** bits - 1;
  let score = bias;
  for (const [hash, value] of features) score += (weights[hash & mask] ?? 0) * value;
  return score;
}

/** Returns a classifier with its weights rounded to 255 steps. */
export function packClassifier({ bits, bias, weights }: LinearClassifier): StoredClassifier {
  const scale = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) / maxByte || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bits, bias, scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}

/**
 * Returns a stored classifier, ready to be used.
 *
 * @throws Error if there is not exactly one weight for each hash
 */
export function unpackClassifier({ bits, bias, scale, weights }: StoredClassifier): LinearClassifier {
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  if (bytes.length !== 2 ** bits) throw new Error(`A classifier of ${bits} bits has ${bytes.length} weights.`);
  return { bits, bias, weights: Float64Array.from(bytes, (byte) => byte * scale) };
}
