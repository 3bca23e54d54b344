import { findPackageJSON } from 'node:module';
import path from 'node:path';

/** The folder `cms/`, wherever this file was compiled to: the compiled files are in its `dist`, word files in its `src`. */
export const cmsFolder = path.dirname(findPackageJSON('..', __filename) ?? '');
