import { phrase } from '../phrase';
import { othersWords, ownThought, saidByOthers } from './context';
import { lists } from './lists';
import { sentencesOf } from './sentences';

/** A sentence, whether somebody other than the writer has said it, and where it stands. */
export interface Spoken {
  sentence: string;
  byOther: boolean;
}

/** Double quotation marks, or single ones that can’t be apostrophes. */
const quotation = /"([^"]{1,1500})"|(?<![\p{L}\p{N}])'(?=\p{L})([^'\n]{2,300}(?:'\p{L}[^'\n]{0,300}){0,5})'(?![\p{L}\p{N}])|^>+(.*)$/gmu;

const any = (phrases: readonly string[]): ((sentence: string) => boolean) => {
  const patterns = phrases.map((source) => phrase(source, lists));
  return (sentence) => patterns.some((pattern) => sentence.search(pattern) !== -1);
};

const isOthers = any(othersWords);
const isOwn = any(ownThought);
const isSaidByOther = any(saidByOthers);

/**
 * The sentences of a comment. What is quoted from a book, a post or a mail is left out; what the writer thinks or somebody
 * near has said, though it stands in quotation marks, is not. When in doubt a quotation counts as the writer’s own.
 */
export function spokenIn(plain: string): Spoken[] {
  const quoted: string[] = [];
  const outside = plain.replaceAll(quotation, (_, double?: string, single?: string, line?: string) => ` quotation${quoted.push(double ?? single ?? line ?? '') - 1} `);
  return sentencesOf(outside).flatMap((sentence) => {
    const own: Spoken[] = [{ sentence: sentence.replaceAll(/quotation\d+ /g, ''), byOther: false }];
    const inside = [...sentence.matchAll(/quotation(\d+) /g)].flatMap((match) => sentencesOf(quoted[Number(match[1])] ?? ''));
    if (inside.length === 0) return own;
    const byOther = isSaidByOther(sentence);
    if (isOthers(sentence) && !isOwn(sentence) && !byOther) return own;
    return [...own, ...inside.map((each) => ({ sentence: each, byOther }))];
  });
}
