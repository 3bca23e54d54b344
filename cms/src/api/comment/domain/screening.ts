import { personalDetailsIn } from 'shared';
import { type CareFlag, careFlag } from './care/care-flag';
import { judgeSpam } from './spam/judge-spam';
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

/**
 * Screens a comment with every rule.
 *
 * @param screened `wordList` is the practice's own, one word or phrase an entry
 */
export function screenComment({
  wordList,
  ...submission
}: Submission & { wordList: readonly string[] }): ScreeningResult {
  const care = careFlag(submission.text);
  const { isSpam, reasons: spamReasons } = judgeSpam(submission, { wordList, careFlagged: care !== null });
  return {
    state: isSpam ? 'spam' : 'waiting',
    care,
    spamReasons,
    personalDetails: personalDetailsIn(`${submission.name}\n${submission.text}`).length > 0,
  };
}
