import type { DocumentRule } from '#src/documents/register-rules';
import { giveSlug, resetCopiedAddresses } from '#src/slugs/give-slug';
import { keepRedirects, normaliseRedirects } from '#src/slugs/redirect-rules';

/** The rules for documents with a slug: what was public at an address stays to be found from there. */
export const slugRules: readonly DocumentRule[] = [
  { phase: 'copy', rule: resetCopiedAddresses },
  { phase: 'slug', rule: () => normaliseRedirects },
  { phase: 'slug', rule: giveSlug },
  { phase: 'redirect', rule: keepRedirects },
];
