import type { DocumentRule } from '#src/documents/register-rules';
import { giveSlug } from './give-slug';
import { keepRedirects } from './keep-redirects';
import { normaliseRedirects } from './normalise-redirects';
import { resetCopiedAddresses } from './reset-copies';

/** The rules for documents with a slug: what was public at an address stays to be found from there. */
export const slugRules: readonly DocumentRule[] = [
  { phase: 'copy', rule: resetCopiedAddresses },
  { phase: 'slug', rule: () => normaliseRedirects },
  { phase: 'slug', rule: giveSlug },
  { phase: 'redirect', rule: keepRedirects },
];
