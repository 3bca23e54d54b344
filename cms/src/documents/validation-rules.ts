import { checkCalendar } from './check-calendar';
import { checkDecimals } from './check-decimals';
import { checkLinksOnSaving } from './check-links';
import type { DocumentRule } from './document-rules';
import { requireTexts } from './required-texts';

/** What is refused in documents of every type when they are saved. */
export const validationRules: readonly DocumentRule[] = [
  { phase: 'validate', rule: checkCalendar },
  { phase: 'validate', rule: checkDecimals },
  { phase: 'validate', rule: requireTexts },
  { phase: 'validate', rule: checkLinksOnSaving },
];
