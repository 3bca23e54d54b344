import type { Measure } from './measure';
import { offeredWords } from './offered-words';
import { phrase } from '../phrase';
import { trades as data } from './spam-phrases';

const trades = data.map(({ offers, plain, likely, hints }) => ({
  offers,
  kinds: [{ phrases: plain, each: 10 }, { phrases: likely, each: 6 }, { phrases: hints, each: 3 }].map(({ phrases, each }) => ({
    each, patterns: phrases.map((says) => phrase(says)),
  })),
}));

/** A story may name many things in passing: from this many words on, a phrase that readers may write counts for less. */
const aFewSentences = 60;

interface Found {
  offers: string;
  said: string;
  weight: number;
}

const foundIn = (text: string): Found[] => {
  const long = Math.max(1, text.split(' ').length / aFewSentences);
  return trades.flatMap(({ offers, kinds }) =>
    kinds.flatMap(({ each, patterns }) =>
      patterns.flatMap((pattern) => (text.match(pattern) ?? []).slice(0, 1).map((said) => ({ offers, said: said.trim(), weight: each < 10 ? each / long : each }))),
    ),
  );
};

/** Phrases by which trades advertise (spam-phrases.ts). One plain offer suffices; the others need company. */
export const trade: Measure = ({ words }) => {
  const found = foundIn(offeredWords(words)).sort((a, b) => b.weight - a.weight);
  const [most] = found;
  if (!most) return null;
  const weight = found.reduce((sum, each) => sum + each.weight, 0);
  return { rule: 'trade', weight, because: `It reads like an offer of ${most.offers}: “${most.said}”.` };
};
