import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { Erased, HeldAbout } from '#src/api/privacy/admin-contract';

/** The desk's own API about what is held of somebody; addresses travel in bodies only. */
export const usePrivacyApi = () => {
  const { post } = useFetchClient();
  return useMemo(() => {
    const tell = async <T>(path: string, address: string): Promise<T> =>
      (await post<{ data: T }>(`/quiet-room/privacy${path}`, { address })).data.data;
    return {
      held: (address: string) => tell<HeldAbout>('/held', address),
      erase: (address: string) => tell<Erased>('/erase', address),
    };
  }, [post]);
};
