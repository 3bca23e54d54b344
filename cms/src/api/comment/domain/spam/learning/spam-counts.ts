import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { bucketBits, type SpamFeatures } from './spam-features';

/** What a comment is: advertising, or from a person. */
export type SpamLabel = 'spam' | 'human';

/** In how many comments of each kind something was. */
export type Count = Readonly<Record<SpamLabel, number>>;

export const noCount: Count = { spam: 0, human: 0 };

/** How many comments of each kind were counted, and in how many of them each bucket's features were. */
export interface SpamCounts {
  comments: Count;
  inBucket: (bucket: number) => Count;
}

export const nothingCounted: SpamCounts = { comments: noCount, inBucket: () => noCount };

/** Counts that can be added to. Weights of comments are multiples of a twentieth, so that they can be stored. */
export interface Tally extends SpamCounts {
  add: (features: SpamFeatures, label: SpamLabel, weight?: number) => void;
  pack: () => PackedCounts;
}

const unitsPerComment = 20;
const buckets = 2 ** bucketBits;

/** Counts as they are stored: for each bucket a number of 16 bits, compressed, in base64. */
const packedCounts = z.object({
  comments: z.object({ spam: z.number().nonnegative(), human: z.number().nonnegative() }),
  spam: z.base64(),
  human: z.base64(),
});
type PackedCounts = z.infer<typeof packedCounts>;

const pack = (units: Uint16Array): string => deflateRawSync(Buffer.from(units.buffer)).toString('base64');

const unpack = (stored: string): Uint16Array => {
  const bytes = inflateRawSync(Buffer.from(stored, 'base64'));
  if (bytes.length !== buckets * 2) throw new Error(`The counts of the spam filter need ${buckets} buckets.`);
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

const tallyOf = (units: Record<SpamLabel, Uint16Array>, comments: Record<SpamLabel, number>): Tally => ({
  comments,
  inBucket: (bucket) => ({
    spam: (units.spam[bucket] ?? 0) / unitsPerComment,
    human: (units.human[bucket] ?? 0) / unitsPerComment,
  }),
  add: (features, label, weight = 1) => {
    comments[label] += weight;
    const counted = units[label];
    for (const bucket of features.keys())
      counted[bucket] = (counted[bucket] ?? 0) + Math.round(weight * unitsPerComment);
  },
  pack: () => ({ comments, spam: pack(units.spam), human: pack(units.human) }),
});

/** Returns counts of nothing, to be added to. */
export const emptyTally = (): Tally =>
  tallyOf({ spam: new Uint16Array(buckets), human: new Uint16Array(buckets) }, { spam: 0, human: 0 });

/**
 * Returns stored counts, ready to be used.
 *
 * @throws Error if they are not complete
 */
export function unpackCounts(stored: unknown): SpamCounts {
  const { comments, spam, human } = packedCounts.parse(stored);
  return tallyOf({ spam: unpack(spam), human: unpack(human) }, comments);
}
