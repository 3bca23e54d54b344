import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { type AdminRequest, quietRoomApi } from './admin-api';
import { errorMessage, statusOf } from './error-messages';

interface AdminQuery<T> {
  /** Null until it has arrived for the first time; afterwards what was shown stays while it is fetched again. */
  data: T | null;
  /** The server answered 404: there is no such thing, or not any more. */
  isGone: boolean;
  /** A sentence for the counsellor, or null. */
  error: string | null;
  /** Fetches again and returns what arrived, or null after an error. */
  refetch: () => Promise<T | null>;
}

/**
 * Fetches from an admin endpoint, again whenever the request changes.
 *
 * @param schema what the contract says the endpoint returns; also gives the result its type
 * @param request with a `body`, the endpoint is asked by POST (opening a comment is recorded, so it is no GET)
 */
export const useAdminQuery = <Schema extends z.ZodType>(
  schema: Schema,
  request: AdminRequest,
): AdminQuery<z.output<Schema>> => {
  const query = quietRoomApi.useQuietRoomQueryQuery(request, { refetchOnMountOrArgChange: true });
  const { currentData, error, refetch } = query;
  const data = useMemo(() => (currentData === undefined ? null : schema.parse(currentData)), [schema, currentData]);
  const isGone = error !== undefined && statusOf(error) === 404;
  return {
    data,
    isGone,
    error: error === undefined || isGone ? null : errorMessage(error),
    refetch: useCallback(async () => {
      const again = await refetch();
      return again.error === undefined && again.data !== undefined ? schema.parse(again.data) : null;
    }, [refetch, schema]),
  };
};
