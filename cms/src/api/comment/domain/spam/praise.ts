import { phrase } from '../phrase';
import { linksIn } from './links-in';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';
import { politePraise, praiseOfProgrammes } from './stock-praise';

const ofProgrammes = praiseOfProgrammes.map((says) => phrase(says));
const polite = politePraise.map((says) => phrase(says));

const found = (text: string, patterns: readonly RegExp[]): string[] => patterns.flatMap((pattern) => text.match(pattern)?.[0] ?? []);

/**
 * Praise that fits under any text of anybody. Politeness alone never suffices, however much of it; with a link or under the
 * name of a business it does.
 */
export const praise: Measure = ({ words }) => {
  const text = offeredWords(words);
  const theirs = found(text, ofProgrammes);
  const kind = found(text, polite);
  const [first] = [...theirs, ...kind];
  if (first === undefined) return null;
  const withLink = linksIn(words).length > 0 ? 2 : 0;
  const weight = theirs.length * 5 + Math.min(kind.length, 2) * 2 + withLink;
  return { rule: 'praise', weight, because: `It praises in words that programmes use: “${first.trim()}”.` };
};
