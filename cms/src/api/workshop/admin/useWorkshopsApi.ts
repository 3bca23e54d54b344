import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { errorMessage } from '#src/admin/components/admin-api';
import type {
  AddOutcome,
  AdminWorkshopLists,
  AdminWorkshopPage,
  DuplicatedWorkshop,
  EmailDraft,
  EmailPreview,
  EmailsSent,
  ExportedParticipants,
  Marks,
  NewParticipant,
  NextWorkshop,
  ParticipantOutcomes,
  ParticipantVersion,
  WorkshopCancelled,
  WorkshopSeats,
} from '#src/api/workshop/admin-contract';

/**
 * Fetches from the admin API. `data` is null during the first request and `gone` after a 404; it stays while it is
 * fetched again.
 * `ask` must be a stable function (`useCallback`).
 */
export const useFetched = <T>(ask: () => Promise<T>) => {
  const [answer, setAnswer] = useState<{ to: () => Promise<T>; is: T | 'gone' } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const again = useCallback(async (): Promise<void> => {
    try {
      const is = await ask();
      setAnswer({ to: ask, is });
      setFailure(null);
    } catch (error) {
      const { status } = (error as { response?: { status?: number } }).response ?? {};
      if (status === 404) setAnswer({ to: ask, is: 'gone' });
      else setFailure(errorMessage(error));
    }
  }, [ask]);
  useEffect(() => void again(), [again]);
  return { data: answer?.to === ask ? answer.is : null, failure, again };
};

const base = '/quiet-room/workshops';

/** The number and version of each participant: the API rejects other fields. */
const asRead = (chosen: readonly ParticipantVersion[]): ParticipantVersion[] =>
  chosen.map(({ number, version }) => ({ number, version }));

/** A typed client of the admin API for workshops. */
export const useWorkshopsApi = () => {
  const { get, post } = useFetchClient();
  return useMemo(() => {
    const ask = async <T>(path: string): Promise<T> => (await get<{ data: T }>(`${base}${path}`)).data.data;
    const tell = async <T>(path: string, body: object): Promise<T> =>
      (await post<{ data: T }>(`${base}${path}`, body)).data.data;
    return {
      list: () => ask<AdminWorkshopLists>(''),
      next: () => ask<NextWorkshop>('/next'),
      places: (id: string) => ask<WorkshopSeats>(`/${id}/places`),
      workshop: (id: string) => ask<AdminWorkshopPage>(`/${id}`),
      export: (id: string) => ask<ExportedParticipants>(`/${id}/export`),
      add: (id: string, person: NewParticipant) => tell<AddOutcome>(`/${id}/people`, person),
      mark: (id: string, chosen: readonly ParticipantVersion[], marks: Marks) =>
        tell<ParticipantOutcomes>(`/${id}/mark`, { people: asRead(chosen), ...marks }),
      cancelPlaces: (id: string, chosen: readonly ParticipantVersion[], inform: boolean) =>
        tell<ParticipantOutcomes>(`/${id}/cancel-places`, { people: asRead(chosen), tell: inform }),
      move: (id: string, chosen: readonly ParticipantVersion[], to: string) =>
        tell<ParticipantOutcomes>(`/${id}/move`, { people: asRead(chosen), to }),
      preview: (id: string, email: EmailDraft) => tell<EmailPreview>(`/${id}/emails/preview`, email),
      send: (id: string, email: EmailDraft, nonce: string) => tell<EmailsSent>(`/${id}/emails`, { ...email, nonce }),
      cancelWorkshop: (id: string, words: string) => tell<WorkshopCancelled>(`/${id}/call-off`, { words }),
      duplicate: (id: string, day: string) => tell<DuplicatedWorkshop>(`/${id}/duplicate`, { day }),
    };
  }, [get, post]);
};

export type WorkshopsApi = ReturnType<typeof useWorkshopsApi>;
