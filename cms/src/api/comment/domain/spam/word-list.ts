import { plainWords } from '#src/api/comment/domain/plain-words';
import type { Measure } from './measure';

const asWords = (text: string): string =>
  ` ${plainWords(text)
    .replaceAll("'", '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/** The practice’s own list: whole words or phrases, in any case. She put them there so that this happens. */
export const wordList: Measure = ({ name, text }, { wordList: entries }) => {
  const all = asWords(`${name} / ${text}`);
  const found = entries.find((entry) => asWords(entry).trim() !== '' && all.includes(asWords(entry)));
  return found === undefined
    ? null
    : { rule: 'wordList', weight: 10, because: `It has “${found.trim()}”, which is on your word list.` };
};
