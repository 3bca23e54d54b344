import { personalDetailsIn } from 'shared';
import { type CareFlag, careFlag } from './care/care-flag';
import { keepFlag } from './care/kept-flag';
import { judgeSpam } from './spam/judge-spam';
import type { SpamCounts } from './spam/learning/spam-counts';
import type { Submission } from './spam/spam-rule';

/** What the rules say about a comment that has just arrived, before anybody has read it. */
export interface ScreeningResult {
  state: 'waiting' | 'spam';
  care: CareFlag | null;
  /** Sentences for the counsellor: why the comment is suspected, whether or not that was enough for spam. */
  spamReasons: string[];
  /** Whether text or name contain what looks like an email, phone or postal address. */
  personalDetails: boolean;
}

/** A text before its writer changed it, with its care flag unless that was dismissed. */
interface EarlierText {
  text: string | null;
  care: CareFlag | null;
}

/** Returns the care flag of a text. What was dismissed is not flagged again as long as the text stays the same. */
const careOf = (text: string, earlier: EarlierText | null): CareFlag | null =>
  earlier?.text === text ? earlier.care : keepFlag(careFlag(text), earlier?.care ?? null);

/**
 * Screens a comment with every rule.
 *
 * @param screened `wordList` is the practice's own, one word or phrase an entry; `learned`: what the counsellor's
 * decisions taught the spam filter; `earlier`: only for a comment that its writer changes
 */
export function screenComment({
  wordList,
  learned,
  earlier = null,
  ...submission
}: Submission & {
  wordList: readonly string[];
  learned?: SpamCounts;
  earlier?: EarlierText | null;
}): ScreeningResult {
  const care = careOf(submission.text, earlier);
  const { isSpam, reasons: spamReasons } = judgeSpam(submission, { wordList, learned, careFlagged: care !== null });
  return {
    state: isSpam ? 'spam' : 'waiting',
    care,
    spamReasons,
    personalDetails: personalDetailsIn(`${submission.name}\n${submission.text}`).length > 0,
  };
}
