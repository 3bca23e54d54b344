import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type {
  Added,
  AddedPerson,
  CalledOff,
  DeskWorkshopPage,
  DeskWorkshops,
  Duplicated,
  ExportedParticipants,
  LetterPreview,
  LettersSent,
  Marks,
  NextWorkshop,
  PersonAsRead,
  PlaceOutcomes,
  PlacesOfWorkshop,
  WrittenLetter,
} from '#src/api/workshop/admin-contract';

const base = '/quiet-room/workshops';

/** What was read, without the rest of the row: the desk takes nothing else. */
const asRead = (chosen: readonly PersonAsRead[]): PersonAsRead[] =>
  chosen.map(({ number, version }) => ({ number, version }));

/** The desk's own API about workshops, with the types of its contract. */
export const useWorkshopsApi = () => {
  const { get, post } = useFetchClient();
  return useMemo(() => {
    const ask = async <T>(path: string): Promise<T> => (await get<{ data: T }>(`${base}${path}`)).data.data;
    const tell = async <T>(path: string, body: object): Promise<T> =>
      (await post<{ data: T }>(`${base}${path}`, body)).data.data;
    return {
      list: () => ask<DeskWorkshops>(''),
      next: () => ask<NextWorkshop>('/next'),
      places: (id: string) => ask<PlacesOfWorkshop>(`/${id}/places`),
      workshop: (id: string) => ask<DeskWorkshopPage>(`/${id}`),
      export: (id: string) => ask<ExportedParticipants>(`/${id}/export`),
      add: (id: string, person: AddedPerson) => tell<Added>(`/${id}/people`, person),
      mark: (id: string, chosen: readonly PersonAsRead[], marks: Marks) =>
        tell<PlaceOutcomes>(`/${id}/mark`, { people: asRead(chosen), ...marks }),
      cancelPlaces: (id: string, chosen: readonly PersonAsRead[], inform: boolean) =>
        tell<PlaceOutcomes>(`/${id}/cancel-places`, { people: asRead(chosen), tell: inform }),
      move: (id: string, chosen: readonly PersonAsRead[], to: string) =>
        tell<PlaceOutcomes>(`/${id}/move`, { people: asRead(chosen), to }),
      preview: (id: string, letter: WrittenLetter) => tell<LetterPreview>(`/${id}/letters/preview`, letter),
      send: (id: string, letter: WrittenLetter, nonce: string) =>
        tell<LettersSent>(`/${id}/letters`, { ...letter, nonce }),
      callOff: (id: string, words: string) => tell<CalledOff>(`/${id}/call-off`, { words }),
      duplicate: (id: string, day: string) => tell<Duplicated>(`/${id}/duplicate`, { day }),
    };
  }, [get, post]);
};

export type WorkshopsApi = ReturnType<typeof useWorkshopsApi>;
