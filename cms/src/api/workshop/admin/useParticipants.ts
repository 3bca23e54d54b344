import { useCallback } from 'react';
import { useAdminAction } from '#src/admin/components/admin-api';
import { type ActionOutcome } from '#src/admin/components/page-elements';
import type { Marks, Participant, ParticipantOutcomes } from '#src/api/workshop/admin-contract';
import { useFetched, type WorkshopsApi } from './useWorkshopsApi';
import { allDone, outcomesMessage, people } from './workshop-labels';

const markedAs = ({ attended, paid }: Marks): string => {
  if (paid !== undefined) return paid ? 'marked as having paid' : 'marked as not having paid';
  if (attended === null) return 'left without a mark';
  return attended ? 'marked as having come' : 'marked as not having come';
};

/** Downloads a file made in the browser. */
const download = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};

/** A workshop with its participants and the actions on them. Each action fetches the workshop again. */
export const useParticipants = (api: WorkshopsApi, id: string) => {
  const { data: answer, failure, again } = useFetched(useCallback(() => api.workshop(id), [api, id]));
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();
  const thenAgain = (work: () => Promise<ActionOutcome | null>): Promise<boolean> =>
    act(async () => {
      try {
        return await work();
      } finally {
        await again();
      }
    });
  const upon = (work: () => Promise<ParticipantOutcomes>, did: string): Promise<boolean> =>
    thenAgain(async () => {
      const { outcomes } = await work();
      return { message: outcomesMessage(outcomes, did), succeeded: allDone(outcomes) };
    });

  return {
    data: answer,
    failure,
    result,
    busy,
    /** Sets one mark in a row: the checkbox itself shows the success, and keeps the focus. */
    tick: (person: Participant, marks: Marks) =>
      thenAgain(async () => {
        const { outcomes } = await api.mark(id, [person], marks);
        return allDone(outcomes) ? null : { message: outcomesMessage(outcomes, markedAs(marks)), succeeded: false };
      }),
    mark: (chosen: readonly Participant[], marks: Marks) => upon(() => api.mark(id, chosen, marks), markedAs(marks)),
    cancelPlaces: (chosen: readonly Participant[], tell: boolean) =>
      upon(() => api.cancelPlaces(id, chosen, tell), tell ? 'cancelled and told so' : 'cancelled, and not told'),
    move: (chosen: readonly Participant[], to: string) => upon(() => api.move(id, chosen, to), 'moved and told so'),
    cancelWorkshop: (words: string) =>
      thenAgain(async () => ({
        message: `The workshop is called off. An email goes to ${people((await api.cancelWorkshop(id, words)).told)}.`,
        succeeded: true,
      })),
    saveList: () =>
      act(async () => {
        const { name, csv } = await api.export(id);
        download(name, csv);
        return {
          message: `The list was saved as ${name}. It holds names, addresses and needs: keep it where only you can read it, and delete it afterwards.`,
          succeeded: true,
        };
      }),
  };
};

export type ParticipantActionsApi = ReturnType<typeof useParticipants>;
