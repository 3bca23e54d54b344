import { plainWords } from '#src/api/comment/domain/plain-words';
import { withoutLinks } from './links-in';

/** Scripts that put nothing between words are looked at sign by sign. */
export const signBySign = (text: string): string =>
  text.replaceAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, ' $& ');

/** "c a s i n o" and "c.a.s.i.n.o": letters that stand apart. */
const apart = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .*_-][\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;

/** Words whose letters stand apart, as they were typed; nobody has five initials. */
export const wordsPulledApart = (plain: string): string[] =>
  (plain.match(apart) ?? []).filter((letters) => letters.length >= 9);

const together = (plain: string): string => plain.replaceAll(apart, (letters) => letters.replaceAll(/[ .*_-]/g, ''));

const quotation = /"[^"]{12,1500}"/g;
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Who quotes a mail in order to ask about it says something around it. */
const withoutQuotations = (plain: string): string => {
  const around = plain.replaceAll(quotation, ' ');
  return wordsIn(around) >= 8 ? around : plain;
};

/**
 * What a comment itself says, for phrases to be looked for: plain words without links; signs of money and per cent stay
 * with them. What is quoted is left out if enough is said around it.
 */
export const offeredWords = (text: string): string[] =>
  signBySign(withoutLinks(withoutQuotations(together(plainWords(text)))).replaceAll("'", '')).match(
    /[\p{L}\p{M}\p{N}$£€%+@]+/gu,
  ) ?? [];
