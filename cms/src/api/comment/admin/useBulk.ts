import type { ActionOutcome } from '#src/admin/components/ActionResult';
import { useAdminAction } from '#src/admin/components/useAdminAction';
import type { ActOutcome, DeskDecision, ListedComment } from '#src/api/comment/admin-contract';
import { decisionsInWords, outcomesInWords, statesAfter } from './comment-labels';
import type { CommentsApi } from './useCommentsApi';

const isDone = ({ result }: ActOutcome): boolean => result === 'done';

const doneOnes = (outcomes: readonly ActOutcome[], among: readonly ListedComment[]): ListedComment[] =>
  among.filter(({ number }) => outcomes.some((outcome) => outcome.number === number && isDone(outcome)));

/** Acts on all that is chosen; `ask` fetches list and counts again after each. */
export const useBulk = (api: CommentsApi, ask: () => Promise<void>, chosen: readonly ListedComment[]) => {
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();
  const thenAsk = (work: () => Promise<ActionOutcome>): void =>
    void act(async () => {
      try {
        return await work();
      } finally {
        await ask();
      }
    });

  const undo = (comments: readonly ListedComment[]): void =>
    thenAsk(async () => {
      const { outcomes } = await api.undo(comments);
      return { message: outcomesInWords(outcomes, 'put back'), succeeded: outcomes.every(isDone) };
    });
  const decide = (decision: DeskDecision): void =>
    thenAsk(async () => {
      const { outcomes } = await api.decide(decision, chosen);
      const done = doneOnes(outcomes, chosen).map((comment) => ({ ...comment, state: statesAfter[decision] }));
      const told: ActionOutcome = {
        message: decisionsInWords(outcomes, decision),
        succeeded: done.length === chosen.length,
      };
      return done.length > 0 ? { ...told, undo: () => undo(done) } : told;
    });
  const remove = (): void =>
    thenAsk(async () => {
      const { outcomes } = await api.remove(chosen);
      return { message: outcomesInWords(outcomes, 'deleted for good'), succeeded: outcomes.every(isDone) };
    });
  const seen = (): void =>
    thenAsk(async () => {
      await api.seen(chosen.map(({ number }) => number));
      return {
        message: 'Noted that you have looked at these. They will be deleted when their time has come.',
        succeeded: true,
      };
    });
  return { result, busy, decide, remove, seen };
};
