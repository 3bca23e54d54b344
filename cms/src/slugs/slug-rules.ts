import type { DocumentRule } from '#src/documents/register-rules';
import { giveSlug } from './give-slug';
import { keepOldAddresses } from './keep-redirects';
import { tidyOldAddresses } from './normalise-redirects';
import { startCopiesAfresh } from './reset-copies';

/** The rules for documents with a slug: what was public at an address stays to be found from there. */
export const slugRules: readonly DocumentRule[] = [
  { phase: 'copy', rule: startCopiesAfresh },
  { phase: 'slug', rule: () => tidyOldAddresses },
  { phase: 'slug', rule: giveSlug },
  { phase: 'redirect', rule: keepOldAddresses },
];
