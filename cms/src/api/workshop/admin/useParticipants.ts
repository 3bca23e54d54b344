import {
  exportedParticipants,
  type HeldChangeAction,
  type Marks,
  type Participant,
  type ParticipantOutcome,
  participantOutcomes,
  type ParticipantVersion,
  workshopCancelled,
  workshopWithParticipants,
} from 'shared';
import {
  downloadFile,
  useAdminAction,
  useAdminGet,
  useAdminPost,
  useAdminQuery,
} from '#src/admin/components/admin-api';
import type { ActionOutcome } from '#src/admin/components/page-elements';
import { useEndHeldChange } from './HeldChange';
import { allDone, describeCancelling, describeOutcomes, settledNumbers } from './participant-outcomes';
import { markedLabel, peopleLabel } from './workshop-labels';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Fetches a workshop with its participants. */
export const useWorkshop = (id: string) => useAdminQuery(workshopWithParticipants, { path: `/workshops/${id}` });

/** Drops the rest of a row: the endpoints accept nothing else. */
const versionsOf = (participants: readonly ParticipantVersion[]): ParticipantVersion[] =>
  participants.map(({ number, version }) => ({ number, version }));

const report = (outcomes: readonly ParticipantOutcome[], message: string): ActionOutcome => ({
  message,
  succeeded: allDone(outcomes),
});

/** What can be done with participants: `act` resolves with one outcome each. */
const useParticipantEndpoints = (id: string) => {
  const post = useAdminPost();
  return async (action: 'mark' | 'cancel' | 'move', participants: readonly ParticipantVersion[], more: object) => {
    const body = { ...more, participants: versionsOf(participants) };
    return (await post(participantOutcomes, `/workshops/${id}/participants/${action}`, body)).outcomes;
  };
};

/** Waits for an action and then, whether it succeeded or not, for the screen to show what is stored now. */
async function andRefetch<T>(action: Promise<T>, refetch: () => Promise<unknown>): Promise<T> {
  try {
    return await action;
  } finally {
    await refetch();
  }
}

/** Cancelling the workshop, and downloading its list of participants. */
const useWorkshopActions = (
  id: string,
  run: ReturnType<typeof useAdminAction>['run'],
  refetch: () => Promise<unknown>,
) => {
  const get = useAdminGet();
  const post = useAdminPost();
  const end = useEndHeldChange(id);
  return {
    cancelWorkshop: (message: string): Promise<boolean> =>
      run(async () => {
        const cancelled = post(workshopCancelled, `/workshops/${id}/cancel`, { message });
        const { notified } = await andRefetch(cancelled, refetch);
        const told =
          notified === 0 ? 'There was nobody to tell.' : `An email is on its way to ${peopleLabel(notified)}.`;
        return { message: `The workshop is cancelled. ${told}`, succeeded: true };
      }),
    /** Sends the emails about a change at once, or drops them. */
    endHeldChange: (action: HeldChangeAction): Promise<boolean> => run(() => andRefetch(end(action), refetch)),
    downloadList: (format: 'csv' | 'xlsx'): Promise<boolean> =>
      run(async () => {
        const { fileName, ...contents } = await get(exportedParticipants, `/workshops/${id}/export`);
        const name = `${fileName}.${format}`;
        if (format === 'csv') downloadFile(name, contents.csv, 'text/csv;charset=utf-8');
        else
          downloadFile(
            name,
            Uint8Array.from(atob(contents.xlsx), (byte) => byte.charCodeAt(0)),
            workbookType,
          );
        return {
          message: `The list was downloaded as ${name}. It contains names, email addresses and access needs: keep it where only you can read it, and delete it when you no longer need it.`,
          succeeded: true,
        };
      }),
  };
};

/** A workshop with its participants and the actions on them. Each action fetches the workshop again. */
export const useParticipants = (id: string) => {
  const query = useWorkshop(id);
  const act = useParticipantEndpoints(id);
  const { outcome, isBusy, run } = useAdminAction();
  const { refetch } = query;
  const runAndReport = async (
    action: () => Promise<ParticipantOutcome[]>,
    describe: (outcomes: readonly ParticipantOutcome[]) => string,
  ): Promise<number[]> => {
    let settled: number[] = [];
    await run(async () => {
      const outcomes = await andRefetch(action(), refetch);
      settled = settledNumbers(outcomes);
      return report(outcomes, describe(outcomes));
    });
    return settled;
  };
  return {
    query,
    outcome,
    isBusy,
    /** Sets one mark in a row: the checkbox itself shows the success, and keeps the focus. */
    tick: (participant: Participant, marks: Marks): Promise<boolean> =>
      run(async () => {
        const outcomes = await andRefetch(act('mark', [participant], marks), refetch);
        return allDone(outcomes) ? null : report(outcomes, describeOutcomes(outcomes, markedLabel(marks)));
      }),
    /** The actions on several resolve with the numbers of those with whom nothing is left to do. */
    mark: (chosen: readonly Participant[], marks: Marks) =>
      runAndReport(
        () => act('mark', chosen, marks),
        (outcomes) => describeOutcomes(outcomes, markedLabel(marks)),
      ),
    cancelSeats: (chosen: readonly Participant[], notify: boolean) =>
      runAndReport(
        () => act('cancel', chosen, { notify }),
        (outcomes) => describeCancelling(outcomes, chosen),
      ),
    move: (chosen: readonly Participant[], to: string) =>
      runAndReport(
        () => act('move', chosen, { to }),
        (outcomes) => describeOutcomes(outcomes, 'moved and told by email'),
      ),
    ...useWorkshopActions(id, run, refetch),
  };
};

export type ParticipantActionsApi = ReturnType<typeof useParticipants>;
