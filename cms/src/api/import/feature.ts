import type { Feature } from '#src/feature';
import { createImportedPosts } from './documents/imported-posts';

export const postImport: Feature = { name: 'import', createTables: createImportedPosts, personalData: 'none' };
