import { PhraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { linksIn } from './links-in';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';
import { politePraise, praiseOfProgrammes } from './stock-praise';

interface Praise {
  phrase: string;
  polite: boolean;
}

const book = new PhraseBook<Praise>([
  ...praiseOfProgrammes.map((phrase) => [phrase, { phrase, polite: false }] as const),
  ...politePraise.map((phrase) => [phrase, { phrase, polite: true }] as const),
]);

/**
 * Praise that fits under any tokens of anybody. Politeness alone never suffices, however much of it; with a link or
 * under the name of a business it does.
 */
export const praise: Measure = ({ text }) => {
  const tokens = offeredWords(text);
  const matches = book.find(tokens);
  const [first] = [...matches.filter(({ entry }) => !entry.polite), ...matches];
  if (!first) return null;
  const found = [...new Set(matches.map(({ entry }) => entry))];
  const theirs = found.filter(({ polite }) => !polite).length;
  const withLink = linksIn(text).length > 0 ? 2 : 0;
  const weight = theirs * 5 + Math.min(found.length - theirs, 2) * 2 + withLink;
  return {
    rule: 'praise',
    weight,
    because: `It praises in words that programmes use: “${tokens.slice(first.from, first.to).join(' ')}”.`,
  };
};
