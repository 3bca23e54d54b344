import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type {
  ActOutcomes,
  AsRead,
  CommentCounts,
  DeskDecision,
  DeskList,
  Held,
  ListedComments,
  OpenedComment,
  ReplyOutcome,
  WaitingForYou,
} from '#src/api/comment/admin-contract';

const base = '/quiet-room/comments';

/** What was read, without the rest of the row: the desk takes nothing else. */
const asRead = ({ number, version, state }: AsRead): AsRead => ({ number, version, state });

/** The desk's own API about comments, with the types of its contract. */
export const useCommentsApi = () => {
  const { get, post } = useFetchClient();
  return useMemo(() => {
    const ask = async <T>(path: string): Promise<T> => (await get<{ data: T }>(`${base}${path}`)).data.data;
    const tell = async <T>(path: string, body: object = {}): Promise<T> =>
      (await post<{ data: T }>(`${base}${path}`, body)).data.data;
    return {
      list: (list: DeskList, order: 'oldest' | 'newest', page: number) =>
        ask<ListedComments>(`?list=${list}&order=${order}&page=${page}`),
      counts: () => ask<CommentCounts>('/counts'),
      waiting: () => ask<WaitingForYou>('/waiting'),
      open: (number: number) => tell<OpenedComment>(`/${number}/open`),
      decide: (decision: DeskDecision, comments: readonly AsRead[]) =>
        tell<ActOutcomes>('/decide', { decision, comments: comments.map(asRead) }),
      undo: (comments: readonly AsRead[]) => tell<ActOutcomes>('/undo', { comments: comments.map(asRead) }),
      remove: (comments: readonly AsRead[]) => tell<ActOutcomes>('/delete', { comments: comments.map(asRead) }),
      seen: (numbers: readonly number[]) => tell<{ seen: number }>('/seen', { numbers }),
      reply: ({ number, version, state }: AsRead, words: string, nonce: string) =>
        tell<ReplyOutcome>(`/${number}/reply`, { version, state, words, nonce }),
      hold: (number: number, held: Held) => tell<{ done: true }>(`/${number}/hold`, held),
      release: (number: number) => tell<{ done: true }>(`/${number}/release`),
      settle: (number: number, reports: readonly number[]) => tell<{ done: true }>(`/${number}/settle`, { reports }),
    };
  }, [get, post]);
};

export type CommentsApi = ReturnType<typeof useCommentsApi>;
