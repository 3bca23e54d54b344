import type { ReportReason } from 'shared';

/** The reasons of a report as a reader finds them, in the contract's order. */
export const reasonWords: Record<ReportReason, { label: string; hint: string | null }> = {
  'identifies-or-threatens': {
    label: 'It identifies or threatens someone',
    hint: 'It is hidden at once, until it has been looked at.',
  },
  'worried-about-writer': { label: 'I’m worried about the person who wrote it', hint: null },
  'unkind-or-harmful': { label: 'It is unkind, or could harm someone', hint: null },
  advertising: { label: 'It is advertising', hint: null },
  'lost-my-link': {
    label: 'I wrote this and lost my link',
    hint: 'Say what you would like done with it, and something that shows it is yours.',
  },
  'something-else': { label: 'Something else', hint: null },
};
