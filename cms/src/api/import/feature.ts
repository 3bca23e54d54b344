import type { Feature } from '#src/feature';
import { createImportedPosts } from './documents/import-post';

export const postImport: Feature = { name: 'import', createTables: createImportedPosts, personalData: 'none' };
