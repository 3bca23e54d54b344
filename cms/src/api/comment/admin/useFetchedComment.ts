import { useCallback, useEffect, useState } from 'react';
import { errorMessage } from '#src/admin/components/error-messages';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import type { CommentsApi } from './useCommentsApi';

/** One comment as it is now: `comment` is null while it is fetched for the first time, and what was shown stays while it is asked again. */
export const useFetchedComment = (api: CommentsApi, number: number) => {
  const [fetched, setFetched] = useState<{ number: number; comment: OpenedComment | 'gone' } | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const ask = useCallback(async (): Promise<OpenedComment | null> => {
    try {
      const comment = await api.open(number);
      setFetched({ number, comment });
      setFault(null);
      return comment;
    } catch (error) {
      const { status } = (error as { response?: { status?: number } }).response ?? {};
      if (status === 404) setFetched({ number, comment: 'gone' });
      else setFault(errorMessage(error));
      return null;
    }
  }, [api, number]);

  useEffect(() => void ask(), [ask]);
  return { comment: fetched?.number === number ? fetched.comment : null, fault, ask };
};
