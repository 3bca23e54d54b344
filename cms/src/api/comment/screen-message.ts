import { wordListOf } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { screenComment } from './domain/screening';
import { learnedAbout } from './spam-learning';
import type { ScreenedText } from './submission';

/** What the checks say about a text that is no comment, with sentences for the counsellor. */
export interface ScreenedMessage {
  readonly isSpam: boolean;
  readonly spamReasons: readonly string[];
  readonly care: {
    readonly kind: 'self' | 'someone else';
    readonly urgent: boolean;
    readonly reasons: string[];
  } | null;
}

/** Screens a text that was sent to the counsellor in another way than as a comment, with the same rules. */
export const screenMessage = async (uow: UnitOfWork, screened: ScreenedText): Promise<ScreenedMessage> => {
  const { settings } = await practiceOfComments(uow.strapi);
  const { state, care, spamReasons } = screenComment({
    ...screened,
    sameBefore: 0,
    wordList: wordListOf(settings),
    learned: await learnedAbout(uow, screened),
  });
  return { isSpam: state === 'spam', spamReasons, care };
};
