import { comparableText, mixesAlphabets } from '#src/api/comment/domain/comparable-text';
import { countWordsAndNumbers, spelledOutWords } from './offered-text';
import type { SpamRule } from './spam-rule';

/**
 * The hidden field was filled in, and the sender was asked and sent it all the same. Browsers fill it in, too, so it
 * counts only together with something else.
 */
export const honeypot: SpamRule = ({ honeypot: filledIn }) =>
  filledIn
    ? {
        rule: 'honeypot',
        weight: 3,
        reason: 'A hidden field that people don’t see was filled in. Browsers do that now and then.',
      }
    : null;

/** Below this many words, different people say the same: "Thank you so much for this." */
const minRepeatedWords = 8;

/** The same text, or nearly, was sent before in the past week. */
export const repeated: SpamRule = ({ text, sameBefore }) => {
  if (sameBefore === 0 || countWordsAndNumbers(text) < minRepeatedWords) return null;
  const times = sameBefore === 1 ? 'once' : `${sameBefore} times`;
  return {
    rule: 'repeated',
    weight: Math.min(10, 2 + sameBefore * 3),
    reason: `The same text, or nearly the same, was sent ${times} in the past week.`,
  };
};

/** Between two Latin letters, where no script needs a joiner (Arabic and Indic scripts and emoji do). */
const hiddenInWord = /(?<=\p{Script=Latin})[\p{Cf}\u115F\u1160\u3164]+(?=\p{Script=Latin})/gu;
const softHyphen = /\u00AD/g;
const decoratedLetter = /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9]/gu;
const maxDecoratedLetters = 10;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const disguised = (weight: number, reason: string) => ({ rule: 'disguise', weight, reason });

/** Words that are written so that people can read them and rules can't. */
export const disguise: SpamRule = ({ name, text }) => {
  const all = `${name}\n${text}`;
  const mixed = (all.match(/[\p{L}\p{M}]+/gu) ?? []).filter(mixesAlphabets).length;
  if (mixed > 0) return disguised(Math.min(8, 3 + mixed), 'It has words that mix the letters of two alphabets.');
  if (count(all.replaceAll(softHyphen, ''), hiddenInWord) > 0)
    return disguised(6, 'It has invisible characters inside words.');
  if (count(all, decoratedLetter) > maxDecoratedLetters) return disguised(5, 'It is written in decorated letters.');
  return spelledOutWords(comparableText(all)).length > 1
    ? disguised(5, 'It has words whose letters are spaced out.')
    : null;
};
