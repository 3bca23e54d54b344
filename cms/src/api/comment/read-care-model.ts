import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cmsFolder } from '#src/cms-folder';
import { type CareModel, unpackCareModel } from './domain/care/model/care-model';

/** Where `npm run train-care` writes the care model, and the CMS reads it. */
export const careModelFile = path.join(cmsFolder, 'src/api/comment/domain/care/model/weights.json');

/**
 * Reads the care model.
 *
 * @throws Error if it can't be read or is not complete
 */
export const readCareModel = (): CareModel => unpackCareModel(JSON.parse(readFileSync(careModelFile, 'utf8')));
