import { phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { phrasesOf, wordsOf } from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';
import { offeredWords, separateSigns, withoutLinks } from './offered-text';
import type { SpamRule } from './spam-rule';

const file = readWordFile('spam/words/plugs.txt');
const plugs = phraseBook(phrasesOf(file, 'phrases').map(separateSigns));
const harmlessNames = new Set(wordsOf(file, 'names that are no plug'));

/** "MindBridge": a capital letter inside, as products are named. McKenzie and MacDonald are people. */
const productName = /(?<![\p{L}\p{N}])(?!Ma?c\p{Lu})\p{Lu}\p{Ll}{1,30}\p{Lu}\p{L}{1,30}/gu;

const productIn = (text: string): string | undefined =>
  (withoutLinks(text).match(productName) ?? []).find((name) => !harmlessNames.has(name.toLowerCase()));

const weightOfPlug = 2;
const maxWeight = 4;

/** A product, a course or a company that is named in passing, mostly after praise. People do that, too. */
export const plug: SpamRule = ({ text }) => {
  const words = offeredWords(text);
  const matches = plugs.find(words);
  const product = productIn(text);
  const phrases = matches.map(({ from, to }) => words.slice(from, to).join(' '));
  const found = product ?? phrases[0];
  if (found === undefined) return null;
  const count = new Set(matches.map(({ from }) => from)).size + (product === undefined ? 0 : 1);
  return {
    rule: 'plug',
    weight: Math.min(maxWeight, count * weightOfPlug),
    reason: `It may advertise something in passing: “${found}”.`,
  };
};
