/** Lines that are set as headings on the page lose their marks in the text. These rules find them again, and doubt. */

const minorWords = new Set(
  'a an and are as at be but by for from if in into is it its nor of off on or out over per so than that the then to up via vs was with yet'.split(
    ' ',
  ),
);
const questionWord = /^(?:what|how|why|when|where|who|which|is|are|can|could|do|does|did|should|will)\b/iu;
const connective = /^(?:and|but|or|so|because|yet|then|it|this|that|they|he|she|we|you|i|not|no)\b/iu;
const numbered = /^(\d{1,2})[.)]\s+(\S.*)$/u;

const longestHeading = 100;
const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
const firstLetter = (word: string): string => /\p{L}/u.exec(word)?.[0] ?? '';
const isCapitalised = (word: string): boolean => /^\p{Lu}$/u.test(firstLetter(word));

/** "How Therapy Can Help: The Reparative Relationship": nearly every word that matters has a capital. */
export function isTitleCase(text: string): boolean {
  const [first, ...others] = wordsIn(text);
  const matter = others.filter((word) => !minorWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  const capitalised = matter.filter(isCapitalised).length;
  return (
    first !== undefined &&
    isCapitalised(first) &&
    matter.length > 0 &&
    capitalised / matter.length >= (matter.length > 3 ? 0.8 : 1)
  );
}

/** "2. We believe our harshness is what keeps us going" -> its number and its words; null for any other line. */
export function readNumbered(text: string): { number: number; words: string } | null {
  const match = numbered.exec(text);
  return match ? { number: Number(match[1]), words: match[2] ?? '' } : null;
}

/**
 * What a line stands between: the line after it, whether it stands apart, and whether standing apart means anything
 * here.
 */
export interface Surroundings {
  next: string | undefined;
  apart: boolean;
  /** True if the page leaves empty lines between most of its paragraphs. */
  airy: boolean;
}

type Judgement = 'sure' | 'likely' | 'doubtful' | 'no';

/** A heading has words of its own kind: not too many, no quotation, and no mark that ends or continues a sentence. */
const couldBeHeading = (text: string): boolean => {
  const words = wordsIn(text).length;
  return words > 0 && words <= 16 && text.length <= longestHeading && !/^[“"‘'(]|[.,;:…]$/u.test(text);
};

function judgeQuestion(text: string, { apart, airy }: Surroundings): Judgement {
  if (wordsIn(text).length < 4 || !questionWord.test(text)) return 'no';
  return apart && !airy ? 'likely' : 'doubtful';
}

function judgeShortLine(text: string, next: string, { apart, airy }: Surroundings): Judgement {
  const words = wordsIn(text);
  const leadsIn = next.length > text.length && /[.?!…:”"]$/u.test(next);
  if (!leadsIn || connective.test(text) || !(isCapitalised(words[0] ?? '') || /^\d/u.test(text))) return 'no';
  const standsOut = airy ? words.length <= 10 : apart || (words.length <= 6 && next.length >= 80);
  if (standsOut) return 'likely';
  return words.length <= 10 ? 'doubtful' : 'no';
}

/**
 * Whether an unnumbered line is a heading. `sure` follows from capitals alone; `likely` is a short line without an end
 * mark above a longer paragraph; `doubtful` could be one and is left as a paragraph.
 */
export function judgeHeading(text: string, surroundings: Surroundings): Judgement {
  const { next } = surroundings;
  if (next === undefined || !couldBeHeading(text)) return 'no';
  if (isTitleCase(text)) return 'sure';
  if (text.endsWith('?')) return judgeQuestion(text, surroundings);
  return text.endsWith('!') ? 'no' : judgeShortLine(text, next, surroundings);
}

/** Whether a numbered line that stands alone among paragraphs is a heading: short, or at least not a sentence. */
export const isNumberedHeading = (words: string, next: string | undefined): boolean =>
  next !== undefined && words.length <= (/[.;,:]$/u.test(words) ? 60 : longestHeading);
