import { advertisingWords } from './advertising-words';
import { leadsSomewhere } from './contact';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';

const known = new Set(advertisingWords);
const amount = /^(?:[$£€]\d|\d+(?:%|[$£€]|usd|gbp|eur))/;

const few = 3;
const some = 0.14;
const many = 0.25;

/**
 * How much of what is said is said in the words of advertisements. A story that has some of them has many others, too.
 */
export const advertising: Measure = ({ name, text }) => {
  const said = offeredWords(text);
  const found = [...new Set(said.filter((word) => known.has(word) || amount.test(word)))];
  const share = found.length / Math.max(said.length, 1);
  if (found.length < few || share < some || !leadsSomewhere({ name, text })) return null;
  const examples = found
    .slice(0, few)
    .map((word) => `“${word}”`)
    .join(', ');
  return {
    rule: 'advertising',
    weight: share >= many ? 6 : 3,
    because: `Many of its words are those of advertisements: ${examples}.`,
  };
};
