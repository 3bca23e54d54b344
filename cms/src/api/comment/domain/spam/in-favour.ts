import { phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { phrasesOf } from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';
import { leadsSomewhere } from './contact-rules';
import { linkedHosts, offeredWords, separateSigns } from './offered-text';
import type { SpamFinding } from './spam-rule';

const file = readWordFile('spam/words/help-nearby.txt');
const bookOf = (heading: string) => phraseBook(phrasesOf(file, heading).map(separateSigns));
const places = bookOf('groups and places');
const nothingToPay = bookOf('nothing to pay');
const selling = bookOf('selling');

const amounts = /[$£€]\s?(\d[\d.,]*)|\d\s?(?:%|[$£€]|usd|eur|gbp|btc)/giu;

/** In any currency: tea, cake and a nominal fee are no sale. */
const maxFee = 10;

const namesPrice = (text: string): boolean =>
  [...text.matchAll(amounts)].some(([, amount]) => amount === undefined || Number.parseFloat(amount) > maxFee);

const maxLinks = 2;
const strongRule = 6;

/** What the rules call advertising whatever it says of help: markup and other disguise, a business, a plain offer. */
const advertises = ({ rule, weight }: SpamFinding): boolean =>
  rule === 'disguise' ||
  rule === 'tradeName' ||
  (rule === 'trade' && weight >= strongRule) ||
  (rule === 'contact' && weight > strongRule);

interface Comment {
  name: string;
  text: string;
}

/** Returns the words that speak of help nearby, or null if there are none or something is for sale. */
const helpNearbyIn = ({ text }: Comment, findings: readonly SpamFinding[]): string | null => {
  const links = linkedHosts(text).length;
  if (links > maxLinks || namesPrice(text) || findings.some(advertises)) return null;
  const words = offeredWords(text);
  const [found] = [...places.find(words), ...(links > 0 ? nothingToPay.find(words) : [])];
  return !found || selling.has(words) ? null : words.slice(found.from, found.to).join(' ');
};

/** Up to this weight of a trade's phrases, someone who gives no way to it has more likely met it. */
const maxTradeInPassing = 4;

/** Whether readers could follow nothing in it: no link, contact, product or offer, whatever it praises or speaks of. */
const offersNothing = (comment: Comment, findings: readonly SpamFinding[]): boolean =>
  findings.every(
    ({ rule, weight }) =>
      rule === 'praise' || (rule === 'trade' && weight <= maxTradeInPassing && !leadsSomewhere(comment)),
  );

/** How far help nearby takes a weight down: to this, and by no more than that. */
const helpNearbyWeight = 5;
const maxForHelpNearby = 13;
/** The same for a comment that offers nothing. */
const nothingOfferedWeight = 5;
const maxForNothingOffered = 3;

const lowered = (weight: number, to: number, byAtMost: number): number =>
  Math.max(Math.min(weight, to), weight - byAtMost);

/**
 * Returns what speaks for a comment that its text makes suspicious, with the negative weight that this adds, or null.
 * However much speaks for it, strong evidence stays.
 *
 * @param findings what the rules found in name and text alone
 * @param weight the points of these and of the filter
 */
export function inFavour(comment: Comment, findings: readonly SpamFinding[], weight: number): SpamFinding | null {
  const help = helpNearbyIn(comment, findings);
  if (help !== null)
    return {
      rule: 'helpNearby',
      weight: lowered(weight, helpNearbyWeight, maxForHelpNearby) - weight,
      reason: `It speaks of help nearby, “${help}”, and of nothing for sale, so it waits for you.`,
    };
  return offersNothing(comment, findings)
    ? {
        rule: 'nothingOffered',
        weight: lowered(weight, nothingOfferedWeight, maxForNothingOffered) - weight,
        reason: 'It has no link, contact or offer that readers could follow, so it waits for you.',
      }
    : null;
}
