import { PhraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { leadsSomewhere } from './contact';
import type { Measure } from './measure';
import { offeredWords, signBySign } from './offered-words';
import { trades } from './spam-phrases';

interface Offer {
  offers: string;
  weight: number;
}

const book = new PhraseBook(
  trades.flatMap(({ offers, plain, likely, hints }) =>
    [
      { phrases: plain, weight: 10 },
      { phrases: likely, weight: 6 },
      { phrases: hints, weight: 3 },
    ].flatMap(({ phrases, weight }) => phrases.map((phrase) => [signBySign(phrase), { offers, weight }] as const)),
  ),
);

/**
 * A story may name many things in passing: from this many words on, a phrase that readers may write counts for less.
 */
const aFewSentences = 60;

/** Who speaks of a trade and gives no way to it is more likely somebody who has met it. */
const leadingNowhere = 1.5;

interface Found extends Offer {
  said: string;
}

const foundIn = (words: readonly string[], leads: boolean): Found[] => {
  const less = Math.max(1, words.length / aFewSentences) * (leads ? 1 : leadingNowhere);
  const first = new Map(
    book
      .find(words)
      .reverse()
      .map((match) => [match.entry, match]),
  );
  return [...first.values()].map(({ entry: { offers, weight }, from, to }) => ({
    offers,
    said: words.slice(from, to).join(' '),
    weight: weight < 10 ? weight / less : weight,
  }));
};

/** Phrases by which trades advertise (spam-phrases.ts). One plain offer suffices; the others need company. */
export const trade: Measure = ({ name, text }) => {
  const found = foundIn(offeredWords(text), leadsSomewhere({ name, text })).sort((a, b) => b.weight - a.weight);
  const [most] = found;
  if (!most) return null;
  const weight = found.reduce((sum, each) => sum + each.weight, 0);
  return { rule: 'trade', weight, because: `It reads like an offer of ${most.offers}: “${most.said}”.` };
};
