import { comparableText } from '#src/api/comment/domain/comparable-text';
import { PhraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { phrasesIn, phrasesOf, type WordFile, WordFileError, wordsOf } from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';
import { leadsSomewhere } from './contact-rules';
import { linkedHosts, offeredWords, separateSigns } from './offered-text';
import type { SpamRule } from './spam-rule';

const normalised = (text: string): string =>
  comparableText(text)
    .replaceAll("'", '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The practice's own list: whole words or phrases, in any case. One is enough, because it was listed for this. */
export const wordList: SpamRule = ({ name, text }, { wordList: entries }) => {
  const all = ` ${normalised(`${name} / ${text}`)} `;
  const found = entries.find((entry) => normalised(entry) !== '' && all.includes(` ${normalised(entry)} `));
  return found === undefined
    ? null
    : { rule: 'wordList', weight: 10, reason: `It contains “${found.trim()}”, which is on your word list.` };
};

interface Offer {
  /** What is offered, as in "It reads like an offer of gambling". */
  of: string;
  weight: number;
}

const plainOfferWeight = 10;
const offerWeights: Readonly<Record<string, number>> = { plain: plainOfferWeight, likely: 6, hint: 3 };

/**
 * Returns each phrase of a file with the offer that the heading above it states, such as "gambling: likely".
 *
 * @throws WordFileError if a heading states none
 */
export const offersIn = (file: WordFile): [phrase: string, offer: Offer][] =>
  file.sections.flatMap((section) => {
    const [, of = '', certainty = ''] = /^(.+): (\w+)$/.exec(section.heading) ?? [];
    const weight = offerWeights[certainty];
    if (weight === undefined) {
      const form = 'what is offered, a colon, and “plain”, “likely” or “hint”';
      throw new WordFileError(file, section.number, `Write the heading as ${form}.`);
    }
    return phrasesIn(file, section).map((phrase): [string, Offer] => [separateSigns(phrase), { of, weight }]);
  });

const offers = new PhraseBook(offersIn(readWordFile('spam/words/trades.txt')));

/** A long story may name many things in passing: from this many words on, a single phrase counts for less. */
const wordsOfStory = 60;

/** Someone who speaks of a trade and gives no way to it has more likely met it. */
const leadingNowhere = 1.5;

interface FoundOffer extends Offer {
  phrase: string;
}

/** Each phrase counts once, where it stands first. */
const offersOf = (words: readonly string[], leads: boolean): FoundOffer[] => {
  const divisor = Math.max(1, words.length / wordsOfStory) * (leads ? 1 : leadingNowhere);
  const firstMatches = new Map(
    offers
      .find(words)
      .reverse()
      .map((match) => [match.entry, match]),
  );
  return [...firstMatches.values()].map(({ entry: { of, weight }, from, to }) => ({
    of,
    phrase: words.slice(from, to).join(' '),
    weight: weight < plainOfferWeight ? weight / divisor : weight,
  }));
};

/** Phrases by which trades advertise. One plain offer suffices; the others need company. */
export const trade: SpamRule = ({ name, text }) => {
  const found = offersOf(offeredWords(text), leadsSomewhere({ name, text })).sort((a, b) => b.weight - a.weight);
  const [weightiest] = found;
  if (!weightiest) return null;
  return {
    rule: 'trade',
    weight: found.reduce((sum, { weight }) => sum + weight, 0),
    reason: `It reads like an offer of ${weightiest.of}: “${weightiest.phrase}”.`,
  };
};

const advertisingWords = new Set(wordsOf(readWordFile('spam/words/advertising.txt')));
const amount = /^(?:[$£€]\d|\d+(?:%|[$£€]|usd|gbp|eur))/;

const minAdvertisingWords = 3;
const suspiciousShare = 0.14;
const highShare = 0.25;

/** The share of the words that are typical of advertisements. A story that has some of them has many others, too. */
export const advertising: SpamRule = ({ name, text }) => {
  const words = offeredWords(text);
  const found = [...new Set(words.filter((word) => advertisingWords.has(word) || amount.test(word)))];
  const share = found.length / Math.max(words.length, 1);
  if (found.length < minAdvertisingWords || share < suspiciousShare || !leadsSomewhere({ name, text })) return null;
  const examples = found.slice(0, minAdvertisingWords).map((word) => `“${word}”`);
  return {
    rule: 'advertising',
    weight: share >= highShare ? 6 : 3,
    reason: `Many of its words are typical of advertisements: ${examples.join(', ')}.`,
  };
};

interface Praise {
  /** People write this, too. */
  isPolite: boolean;
}

const praiseFile = readWordFile('spam/words/praise.txt');
const praises = new PhraseBook<Praise>([
  ...phrasesOf(praiseFile, 'programs only').map((phrase) => [phrase, { isPolite: false }] as const),
  ...phrasesOf(praiseFile, 'people too').map((phrase) => [phrase, { isPolite: true }] as const),
]);

const maxPolitePraise = 2;

/**
 * Praise that fits under any text of anybody. Politeness alone never suffices, however much of it; with a link or under
 * the name of a business it does.
 */
export const praise: SpamRule = ({ text }) => {
  const words = offeredWords(text);
  const matches = praises.find(words);
  const first = matches.find(({ entry }) => !entry.isPolite) ?? matches[0];
  if (!first) return null;
  const found = [...new Set(matches.map(({ entry }) => entry))];
  const ofPrograms = found.filter(({ isPolite }) => !isPolite).length;
  const withLink = linkedHosts(text).length > 0 ? 2 : 0;
  return {
    rule: 'praise',
    weight: ofPrograms * 5 + Math.min(found.length - ofPrograms, maxPolitePraise) * 2 + withLink,
    reason: `It uses stock praise: “${words.slice(first.from, first.to).join(' ')}”.`,
  };
};
