import { useState } from 'react';
import {
  type Audience,
  commentActionResponse,
  type CommentVersion,
  dismissFlagResponse,
  type LegalHold,
  type ListedComment,
  type ModerationDecision,
  type ModerationOutcome,
  moderationOutcomes,
  type OpenedComment,
  replyOutcome,
  seenResponse,
  waitingSummary,
} from 'shared';
import { useAdminAction, useAdminGet, useAdminPost } from '#src/admin/components/admin-api';
import { type ActionOutcome } from '#src/admin/components/page-elements';
import { describeDecision, describeOutcomes, isDone, leftOutLabel, stateAfter, subjectLabel } from './comment-labels';

/** Drops the rest of a row: the endpoints accept nothing else. */
const versionsOf = (comments: readonly CommentVersion[]): CommentVersion[] =>
  comments.map(({ number, version, state }) => ({ number, version, state }));

const report = (outcomes: readonly ModerationOutcome[], message: string): ActionOutcome => ({
  message,
  succeeded: outcomes.every(isDone),
});

/** The moderation endpoints, with the schemas of their contract. */
const useModeration = () => {
  const post = useAdminPost();
  const act = async (path: string, comments: readonly CommentVersion[], more: object = {}) =>
    (await post(moderationOutcomes, `/comments/${path}`, { ...more, comments: versionsOf(comments) })).outcomes;
  return { post, act };
};

/** Runs an action on a list, then fetches it again and says how that ended. Only the action itself keeps others out. */
const useActionAndRefetch = (refetch: () => Promise<unknown>) => {
  const { outcome, run } = useAdminAction();
  const [isBusy, setBusy] = useState(false);
  const runAndRefetch = (action: () => Promise<ActionOutcome>): void =>
    void run(async () => {
      setBusy(true);
      try {
        return await action();
      } finally {
        setBusy(false);
        await refetch();
      }
    });
  return { outcome, isBusy, runAndRefetch };
};

interface Ticked {
  ticked: readonly ListedComment[];
  /** Takes comments off those that are ticked, by their numbers. */
  untick: (numbers: readonly number[]) => void;
}

/**
 * What can be done with all ticked comments of a list. `refetch` fetches the list and the counts again after each
 * action; meanwhile others can be ticked and decided about, because a decision names what was read.
 */
export const useBulkActions = (refetch: () => Promise<unknown>, { ticked, untick }: Ticked) => {
  const { post, act } = useModeration();
  const { outcome, isBusy, runAndRefetch } = useActionAndRefetch(refetch);
  const actOnTicked = async (path: 'decide' | 'delete', more: object = {}): Promise<ModerationOutcome[]> => {
    const outcomes = await act(path, ticked, more);
    untick(outcomes.filter((one) => isDone(one) || one.status === 'gone').map(({ number }) => number));
    return outcomes;
  };

  const undo = (comments: readonly CommentVersion[]): void =>
    runAndRefetch(async () => {
      const outcomes = await act('undo', comments);
      return report(outcomes, describeOutcomes(outcomes, 'put back'));
    });
  const decide = (decision: ModerationDecision): void =>
    runAndRefetch(async () => {
      const outcomes = await actOnTicked('decide', { decision });
      const done = ticked
        .filter(({ number }) => outcomes.some((one) => one.number === number && isDone(one)))
        .map((comment) => ({ ...comment, state: stateAfter[decision] }));
      const unseen = ticked.filter(({ post: { slug } }) => slug === null).map(({ number }) => number);
      const reported = report(outcomes, describeDecision(outcomes, decision, unseen));
      return done.length > 0 ? { ...reported, undo: () => undo(done) } : reported;
    });
  const remove = (): void =>
    runAndRefetch(async () => {
      const outcomes = await actOnTicked('delete');
      return report(outcomes, describeOutcomes(outcomes, 'deleted for good'));
    });
  const markOpened = (): void =>
    runAndRefetch(async () => {
      const numbers = ticked.map(({ number }) => number);
      const { seen, leftOut } = await post(seenResponse, '/comments/seen', { numbers });
      untick(numbers);
      const noted = leftOut > 0 && seen === 0 ? '' : 'Noted. These will be deleted when their time is up.';
      return leftOut > 0
        ? { message: `${noted} ${leftOutLabel(leftOut)}`.trim(), succeeded: false }
        : { message: noted, succeeded: true };
    });
  const forgetLearned = (): void =>
    runAndRefetch(async () => {
      await post(commentActionResponse, '/comments/forget-learned', {});
      return { message: 'Forgotten. The spam filter starts again with what it knew at first.', succeeded: true };
    });
  return { outcome, isBusy, decide, remove, markOpened, forgetLearned };
};

type Run = (action: () => Promise<ActionOutcome>) => Promise<boolean>;
type Refetch = () => Promise<OpenedComment | null>;

/** Returns a function that finds the link to what waits next, after the comment `number`. */
const useNext = (number: number) => {
  const get = useAdminGet();
  return async (): Promise<Pick<ActionOutcome, 'next'>> => {
    // The decision stands, whether or not there is a link to go on.
    const waiting = await get(waitingSummary, '/comments/waiting').catch(() => null);
    const next = waiting?.first.find((other) => other.number !== number);
    return next ? { next: { label: 'Next comment', to: `/comments/${next.number}` } } : {};
  };
};

/** Deciding about one opened comment, taking that back, dismissing its care flag, and deleting it. */
const useDecisions = (number: number, run: Run, refetch: Refetch) => {
  const { act, post } = useModeration();
  const findNext = useNext(number);
  const undo = (read: OpenedComment): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('undo', [read]);
      await refetch();
      return report(outcomes, describeOutcomes(outcomes, 'put back', subjectLabel(read)));
    });
  /** Its text is open; only publishing one with a mark needs to be `asked` about as well. */
  const decide = (read: OpenedComment, decision: ModerationDecision, asked = false): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('decide', [read], { decision, confirmed: asked || decision !== 'approve' });
      const after = await refetch();
      const unseen = after?.url === null ? [number] : [];
      const reported = report(outcomes, describeDecision(outcomes, decision, unseen, subjectLabel(read)));
      if (!reported.succeeded) return reported;
      return { ...reported, ...(after?.canUndo && { undo: () => void undo(after) }), ...(await findNext()) };
    });
  const dismissFlag = (read: OpenedComment): Promise<boolean> =>
    run(async () => {
      const { version, state } = read;
      const { outcome } = await post(dismissFlagResponse, `/comments/${number}/dismiss-flag`, { version, state });
      await refetch();
      return report(
        [outcome],
        isDone(outcome) ? 'The flag was dismissed.' : describeOutcomes([outcome], '', subjectLabel(read)),
      );
    });
  const remove = (read: OpenedComment): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('delete', [read], { confirmed: true });
      await refetch();
      return report(outcomes, describeOutcomes(outcomes, 'deleted for good', subjectLabel(read)));
    });
  return { undo, decide, dismissFlag, remove };
};

/** What the counsellor typed, and for whom; `nonce` makes a second attempt the same as the first. */
export interface Reply {
  text: string;
  nonce: string;
  audience: Audience;
  confirmed: boolean;
}

/** Returns what happened to a comment that was answered: it completes “Ada’s comment was …”. */
const replyLabel = ({ audience, state }: OpenedComment, to: Audience): string => {
  if (to === 'counsellor') return audience === 'counsellor' ? 'answered' : 'answered, only to its writer';
  return state === 'waiting' ? 'approved and answered' : 'answered';
};

/** Answering one opened comment, keeping it as evidence, and settling its reports. */
const useFollowUps = (number: number, run: Run, refetch: Refetch) => {
  const { post } = useModeration();
  const findNext = useNext(number);
  const reply = async (read: OpenedComment, sent: Reply): Promise<'sent' | 'refused' | 'failed'> => {
    let status: 'sent' | 'refused' | 'failed' = 'failed';
    await run(async () => {
      const { version, state } = read;
      const { outcome } = await post(replyOutcome, `/comments/${number}/reply`, { version, state, ...sent });
      status = outcome.status === 'done' ? 'sent' : 'refused';
      await refetch();
      const reported = report(
        [outcome],
        describeOutcomes([outcome], replyLabel(read, sent.audience), subjectLabel(read)),
      );
      return reported.succeeded ? { ...reported, ...(await findNext()) } : reported;
    });
    return status;
  };
  const postAction = (action: string, body: object, message: string): Promise<boolean> =>
    run(async () => {
      await post(commentActionResponse, `/comments/${number}/${action}`, body);
      await refetch();
      return { message, succeeded: true };
    });
  const setLegalHold = (hold: LegalHold | null): Promise<boolean> =>
    hold
      ? postAction('hold', hold, 'On hold: this won’t be deleted until you release it.')
      : postAction('release', {}, 'Released: this will be deleted when its time is up.');
  const settleReports = (reports: readonly number[]): Promise<boolean> =>
    postAction('settle', { reports }, 'The reports are settled, and the comment stays where it is.');
  return { reply, setLegalHold, settleReports };
};

/**
 * What can be done with one opened comment. It is fetched again after each action, so the page shows what is stored.
 */
export const useCommentActions = (number: number, refetch: Refetch) => {
  const { outcome, isBusy, run } = useAdminAction();
  return { outcome, isBusy, ...useDecisions(number, run, refetch), ...useFollowUps(number, run, refetch) };
};

export type CommentActions = ReturnType<typeof useCommentActions>;
