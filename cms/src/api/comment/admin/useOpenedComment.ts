import type { ActionOutcome } from '#src/admin/components/ActionResult';
import { useAdminAction } from '#src/admin/components/useAdminAction';
import type { ActOutcome, AsRead, DeskDecision, Held, OpenedComment } from '#src/api/comment/admin-contract';
import { decisionsInWords, outcomesInWords } from './comment-labels';
import type { CommentsApi } from './useCommentsApi';
import { useFetchedComment } from './useFetchedComment';

const wentWell = (outcomes: readonly ActOutcome[]): boolean => outcomes.every(({ result }) => result === 'done');

/** One comment, opened, and what she does to it. After each act it is fetched again: what is shown is what is there. */
export const useOpenedComment = (api: CommentsApi, number: number) => {
  const { comment, fault, ask } = useFetchedComment(api, number);
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();

  const undo = (read: AsRead): Promise<boolean> =>
    act(async () => {
      const { outcomes } = await api.undo([read]);
      await ask();
      return { message: outcomesInWords(outcomes, 'put back'), succeeded: wentWell(outcomes) };
    });
  const decide = (read: AsRead, decision: DeskDecision): Promise<boolean> =>
    act(async () => {
      const { outcomes } = await api.decide(decision, [read]);
      const after = await ask();
      const told: ActionOutcome = { message: decisionsInWords(outcomes, decision), succeeded: wentWell(outcomes) };
      return told.succeeded && after?.mayUndo ? { ...told, undo: () => void undo(after) } : told;
    });
  const remove = (read: AsRead): Promise<boolean> =>
    act(async () => {
      const { outcomes } = await api.remove([read]);
      await ask();
      return { message: outcomesInWords(outcomes, 'deleted for good'), succeeded: wentWell(outcomes) };
    });
  const reply = (read: OpenedComment, words: string, nonce: string): Promise<boolean> =>
    act(async () => {
      const { outcome } = await api.reply(read, words, nonce);
      await ask();
      const approved = read.audience === 'everyone' && read.state === 'waiting';
      return {
        message: outcomesInWords([outcome], approved ? 'approved and answered' : 'answered'),
        succeeded: wentWell([outcome]),
      };
    });
  const hold = (held: Held | null): Promise<boolean> =>
    act(async () => {
      await (held ? api.hold(number, held) : api.release(number));
      await ask();
      return {
        message: held
          ? 'It is held: nothing deletes it until you release it.'
          : 'It is released, and will be deleted when its time has come.',
        succeeded: true,
      };
    });
  const settle = (reports: readonly number[]): Promise<boolean> =>
    act(async () => {
      await api.settle(number, reports);
      await ask();
      return { message: 'The reports are settled, and the comment stays where it is.', succeeded: true };
    });

  return { comment, fault, result, busy, undo, decide, remove, reply, hold, settle };
};

export type OpenedDesk = ReturnType<typeof useOpenedComment>;
