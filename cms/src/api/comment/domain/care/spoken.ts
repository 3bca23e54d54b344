import { phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { othersWords, ownThought, saidByOthers } from './context';
import { lists } from './lists';
import { sentencesOf } from './sentences';

/** A sentence, whether somebody other than the writer has said it, and where it stands. */
export interface Spoken {
  words: string[];
  byOther: boolean;
}

/** Double quotation marks, or single ones that can’t be apostrophes. */
const quotation =
  /"([^"]{1,1500})"|(?<![\p{L}\p{N}])'(?=\p{L})([^'\n]{2,300}(?:'\p{L}[^'\n]{0,300}){0,5})'(?![\p{L}\p{N}])|^>+(.*)$/gmu;

/** What stands in the text in place of a quotation. */
const marker = /^quotation(\d+)$/;

const isOthers = phraseBook(othersWords, lists);
const isOwn = phraseBook(ownThought, lists);
const isSaidByOther = phraseBook(saidByOthers, lists);

/**
 * The sentences of a comment. What is quoted from a book, a post or a mail is left out; what the writer thinks or
 * somebody near has said, though it stands in quotation marks, is not. When in doubt a quotation counts as the writer’s
 * own.
 */
export function spokenIn(plain: string): Spoken[] {
  const quoted: string[] = [];
  const outside = plain.replaceAll(
    quotation,
    (_, double?: string, single?: string, line?: string) =>
      ` quotation${quoted.push(double ?? single ?? line ?? '') - 1} `,
  );
  return sentencesOf(outside).flatMap((words) => {
    const own: Spoken[] = [{ words: words.filter((word) => !marker.test(word)), byOther: false }];
    const inside = words.flatMap((word) => sentencesOf(quoted[Number(marker.exec(word)?.[1])] ?? ''));
    if (inside.length === 0) return own;
    const byOther = isSaidByOther.has(words);
    if (isOthers.has(words) && !isOwn.has(words) && !byOther) return own;
    return [...own, ...inside.map((each) => ({ words: each, byOther }))];
  });
}
