import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cmsFolder } from '#src/cms-folder';
import { storedClassifier, unpackClassifier } from './domain/care/model/linear-classifier';
import { unpackCounts } from './domain/spam/learning/spam-counts';
import type { SpamSeed } from './domain/spam/learning/spam-filter';

/**
 * Where `npm run train-spam` writes what the spam filter knows before the counsellor teaches it, and the CMS reads it.
 */
export const spamSeedFile = path.join(cmsFolder, 'src/api/comment/domain/spam/learning/seed.json');

let seed: SpamSeed | undefined;

const storedSeed = z.object({ counts: z.unknown(), classifier: storedClassifier });

const unpackSeed = (stored: unknown): SpamSeed => {
  const { counts, classifier } = storedSeed.parse(stored);
  return { counts: unpackCounts(counts), classifier: unpackClassifier(classifier) };
};

/**
 * Returns what the project's examples teach the spam filter, read once.
 *
 * @throws Error if it can't be read or is not complete
 */
export const readSpamSeed = (): SpamSeed => (seed ??= unpackSeed(JSON.parse(readFileSync(spamSeedFile, 'utf8'))));
