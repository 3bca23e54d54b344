import {
  commentActionResponse,
  type CommentVersion,
  type LegalHold,
  type ListedComment,
  type ModerationDecision,
  type ModerationOutcome,
  moderationOutcomes,
  type OpenedComment,
  replyOutcome,
  seenResponse,
} from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { type ActionOutcome } from '#src/admin/components/page-elements';
import { describeDecision, describeOutcomes, isDone, stateAfter } from './comment-labels';

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

/**
 * What can be done with all ticked comments of a list. `refetch` fetches the list and the counts again after each
 * action.
 */
export const useBulkActions = (refetch: () => Promise<unknown>, ticked: readonly ListedComment[]) => {
  const { post, act } = useModeration();
  const { outcome, isBusy, run } = useAdminAction();
  const runAndRefetch = (action: () => Promise<ActionOutcome>): void =>
    void run(async () => {
      try {
        return await action();
      } finally {
        await refetch();
      }
    });

  const undo = (comments: readonly CommentVersion[]): void =>
    runAndRefetch(async () => {
      const outcomes = await act('undo', comments);
      return report(outcomes, describeOutcomes(outcomes, 'put back'));
    });
  const decide = (decision: ModerationDecision): void =>
    runAndRefetch(async () => {
      const outcomes = await act('decide', ticked, { decision });
      const done = ticked
        .filter(({ number }) => outcomes.some((one) => one.number === number && isDone(one)))
        .map((comment) => ({ ...comment, state: stateAfter[decision] }));
      const reported = report(outcomes, describeDecision(outcomes, decision));
      return done.length > 0 ? { ...reported, undo: () => undo(done) } : reported;
    });
  const remove = (): void =>
    runAndRefetch(async () => {
      const outcomes = await act('delete', ticked);
      return report(outcomes, describeOutcomes(outcomes, 'deleted for good'));
    });
  const markOpened = (): void =>
    runAndRefetch(async () => {
      await post(seenResponse, '/comments/seen', { numbers: ticked.map(({ number }) => number) });
      return { message: 'Noted. These will be deleted when their time is up.', succeeded: true };
    });
  return { outcome, isBusy, decide, remove, markOpened };
};

type Run = (action: () => Promise<ActionOutcome>) => Promise<boolean>;
type Refetch = () => Promise<OpenedComment | null>;

/** Deciding about one opened comment, taking that back, and deleting it. */
const useDecisions = (run: Run, refetch: Refetch) => {
  const { act } = useModeration();
  const undo = (read: CommentVersion): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('undo', [read]);
      await refetch();
      return report(outcomes, describeOutcomes(outcomes, 'put back'));
    });
  const decide = (read: CommentVersion, decision: ModerationDecision): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('decide', [read], { decision });
      const after = await refetch();
      const reported = report(outcomes, describeDecision(outcomes, decision));
      return reported.succeeded && after?.canUndo ? { ...reported, undo: () => void undo(after) } : reported;
    });
  const remove = (read: CommentVersion): Promise<boolean> =>
    run(async () => {
      const outcomes = await act('delete', [read]);
      await refetch();
      return report(outcomes, describeOutcomes(outcomes, 'deleted for good'));
    });
  return { undo, decide, remove };
};

/** Answering one opened comment, keeping it as evidence, and settling its reports. */
const useFollowUps = (number: number, run: Run, refetch: Refetch) => {
  const { post } = useModeration();
  const reply = (read: OpenedComment, text: string, nonce: string): Promise<boolean> =>
    run(async () => {
      const { version, state, audience } = read;
      const sent = await post(replyOutcome, `/comments/${number}/reply`, { version, state, text, nonce });
      await refetch();
      const did = audience === 'everyone' && state === 'waiting' ? 'approved and answered' : 'answered';
      return report([sent.outcome], describeOutcomes([sent.outcome], did));
    });
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
  return { outcome, isBusy, ...useDecisions(run, refetch), ...useFollowUps(number, run, refetch) };
};

export type CommentActions = ReturnType<typeof useCommentActions>;
