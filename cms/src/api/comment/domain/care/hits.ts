import { phrase } from '../phrase';
import { lists } from './lists';
import type { PhraseRule } from './phrase-rule';
import { dying } from './rules/dying';
import { plainSentences } from './sentences';

export type Hit = Pick<PhraseRule, 'kind' | 'urgent' | 'because'>;

const rules = [...dying].map((rule) => ({ ...rule, patterns: rule.says.map((says) => phrase(says, lists)) }));

/** What the phrase rules find, sentence by sentence. */
export const hitsIn = (words: string): Hit[] =>
  plainSentences(words).flatMap((sentence) => rules.filter(({ patterns }) => patterns.some((pattern) => sentence.search(pattern) !== -1)));
