import { callOutcomeResponse, type ListedCall, momentWords, type OpenedCall } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { describeOutcome } from './call-labels';

interface Notified {
  notify: boolean;
}

/**
 * What can be done with one call. It is fetched again after each action, so the page shows what is stored. Each action
 * resolves with whether it was done.
 */
export const useCallActions = (number: number, refetch: () => Promise<OpenedCall | null>) => {
  const { outcome, isBusy, run, clear } = useAdminAction();
  const post = useAdminPost();
  const act = async (action: 'move' | 'cancel', body: object, done: string, notDone: string): Promise<boolean> => {
    let isDone = false;
    await run(async () => {
      const { outcome: settled } = await post(callOutcomeResponse, `/calls/${number}/${action}`, body);
      isDone = settled.status === 'done';
      // What was typed stays in view, even if the call is gone.
      if (settled.status !== 'gone') await refetch();
      return { message: describeOutcome(settled, done, notDone), succeeded: isDone };
    });
    return isDone;
  };
  const told = (notify: boolean, { name }: ListedCall): string => (notify ? ` An email to ${name} is on its way.` : '');
  return {
    outcome,
    isBusy,
    clear,
    move: (call: ListedCall, { starts, notify, timeZone }: Notified & { starts: string; timeZone: string }) =>
      act(
        'move',
        { version: call.version, starts, notify },
        `The call is now on ${momentWords(starts, timeZone, false)}.${told(notify, call)}`,
        'The call was not moved',
      ),
    cancel: (call: ListedCall, { message, notify }: Notified & { message: string }) =>
      act(
        'cancel',
        { version: call.version, notify, message: notify && message.trim() !== '' ? message : null },
        `The call is cancelled, and its time is free again.${told(notify, call)}`,
        'The call was not cancelled',
      ),
  };
};

export type CallActions = ReturnType<typeof useCallActions>;
