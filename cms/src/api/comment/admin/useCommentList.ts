import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { errorMessage } from '#src/admin/components/error-messages';
import { type CommentCounts, type DeskList, deskLists, type ListedComments } from '#src/api/comment/admin-contract';
import type { CommentsApi } from './useCommentsApi';

const isList = (name: string | null): name is DeskList => deskLists.some((list) => list === name);

/** Which list, in which order and which page: from the address, so that Back goes back to it. */
const usePlace = () => {
  const [asked, setAsked] = useSearchParams();
  const named = asked.get('list');
  const list = isList(named) ? named : 'waiting';
  const usual = list === 'waiting' || list === 'held' ? 'oldest' : 'newest';
  const order =
    asked.get('order') === 'newest' || asked.get('order') === 'oldest'
      ? (asked.get('order') as 'oldest' | 'newest')
      : usual;
  const page = Math.max(1, Math.trunc(Number(asked.get('page'))) || 1);
  const go = (to: { order?: 'oldest' | 'newest'; page?: number }): void =>
    setAsked({ list, order: to.order ?? order, page: String(to.page ?? 1) });
  return { list, order, page, go };
};

/** One page of a list and the counts, asked again after each act. What was shown stays while it is asked again. */
export const useCommentList = (api: CommentsApi) => {
  const place = usePlace();
  const { list, order, page } = place;
  const [shown, setShown] = useState<{ of: string; comments: ListedComments } | null>(null);
  const [counts, setCounts] = useState<CommentCounts | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const of = `${list} ${order} ${page}`;

  const ask = useCallback(async (): Promise<void> => {
    try {
      const [comments, counted] = [await api.list(list, order, page), await api.counts()];
      setShown({ of: `${list} ${order} ${page}`, comments });
      setCounts(counted);
      setFault(null);
    } catch (error) {
      setFault(errorMessage(error));
    }
  }, [api, list, order, page]);

  useEffect(() => void ask(), [ask]);
  return { ...place, comments: shown?.of === of ? shown.comments : null, counts, fault, ask };
};
