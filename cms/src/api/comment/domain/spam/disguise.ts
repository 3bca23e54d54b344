import { mixesAlphabets, plainWords } from '#src/api/comment/domain/plain-words';
import type { Measure } from './measure';
import { wordsPulledApart } from './offered-words';

/** Between two Latin letters, where no script needs a joiner (Arabic and Indic scripts and emoji do). */
const hiddenInWord = /(?<=\p{Script=Latin})[\p{Cf}\u115F\u1160\u3164]+(?=\p{Script=Latin})/gu;
const softHyphen = /\u00AD/g;
const fancy = /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Words made so that people can read them and rules can’t. */
export const disguise: Measure = ({ name, text }) => {
  const all = `${name}\n${text}`;
  const mixed = (all.match(/[\p{L}\p{M}]+/gu) ?? []).filter(mixesAlphabets).length;
  if (mixed > 0)
    return {
      rule: 'disguise',
      weight: Math.min(8, 3 + mixed),
      because: 'It has words put together from letters of two alphabets.',
    };
  if (count(all.replaceAll(softHyphen, ''), hiddenInWord) > 0)
    return { rule: 'disguise', weight: 6, because: 'It has invisible characters inside words.' };
  if (count(all, fancy) > 10) return { rule: 'disguise', weight: 5, because: 'It is written in decorated letters.' };
  return wordsPulledApart(plainWords(all)).length > 1
    ? { rule: 'disguise', weight: 5, because: 'It has words whose letters are pulled apart.' }
    : null;
};
