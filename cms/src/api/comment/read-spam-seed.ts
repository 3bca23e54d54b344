import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cmsFolder } from '#src/cms-folder';
import { type SpamCounts, unpackCounts } from './domain/spam/learning/spam-counts';

/**
 * Where `npm run train-spam` writes what the spam filter knows before the counsellor teaches it, and the CMS reads it.
 */
export const spamSeedFile = path.join(cmsFolder, 'src/api/comment/domain/spam/learning/seed.json');

let seed: SpamCounts | undefined;

/**
 * Returns what the project's examples teach the spam filter, read once.
 *
 * @throws Error if it can't be read or is not complete
 */
export const readSpamSeed = (): SpamCounts => (seed ??= unpackCounts(JSON.parse(readFileSync(spamSeedFile, 'utf8'))));
