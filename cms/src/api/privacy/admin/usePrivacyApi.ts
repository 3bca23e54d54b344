import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { Erased, PersonalData } from '#src/api/privacy/admin-contract';

/** Returns the admin API's privacy calls. Addresses travel in bodies only, because URLs are logged. */
export const usePrivacyApi = () => {
  const { post } = useFetchClient();
  return useMemo(() => {
    const send = async <T>(path: string, address: string): Promise<T> =>
      (await post<{ data: T }>(`/quiet-room/privacy${path}`, { address })).data.data;
    return {
      held: (address: string) => send<PersonalData>('/held', address),
      erase: (address: string) => send<Erased>('/erase', address),
    };
  }, [post]);
};
