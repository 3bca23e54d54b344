import { adminApi } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { z } from 'zod';
import type { ActionOutcome } from './page-elements';

/** A request to one of this project's admin endpoints; `path` is below `/quiet-room`. With a `body` it is a POST. */
interface AdminRequest {
  path: string;
  body?: object;
}

const answerSchema = z.object({ data: z.unknown() });

const toStrapi = ({ path, body }: AdminRequest) =>
  body ? { url: `/quiet-room${path}`, method: 'POST' as const, data: body } : `/quiet-room${path}`;

const unwrap = (answer: unknown): unknown => answerSchema.parse(answer).data;

/**
 * Strapi's own RTK Query API, extended by the endpoints of this project. Nothing is kept once no component uses it:
 * what readers sent must not stay in memory after signing out.
 *
 * @see https://redux-toolkit.js.org/rtk-query/usage/code-splitting
 */
const quietRoomApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    quietRoomQuery: build.query<unknown, AdminRequest>({
      query: toStrapi,
      transformResponse: unwrap,
      keepUnusedDataFor: 0,
    }),
    quietRoomAction: build.mutation<unknown, AdminRequest>({ query: toStrapi, transformResponse: unwrap }),
  }),
});

/** An error of Strapi's RTK Query API. */
const apiError = z.object({ status: z.number(), message: z.string() }).partial();

const parseError = (error: unknown): z.output<typeof apiError> => apiError.safeParse(error).data ?? {};

/** Returns the HTTP status that an API error carries; undefined when the server was not reached. */
const statusOf = (error: unknown): number | undefined => parseError(error).status;

/**
 * Returns a sentence about what went wrong. The CMS writes it for the counsellor, or `plain-answers.ts` does; an error
 * without a status is one of the code, and its words are for nobody's eyes.
 */
export const errorMessage = (error: unknown): string => {
  const { status, message = '' } = parseError(error);
  if (status === undefined) return 'That didn’t work. Please try again in a moment.';
  return status < 500 ? message : `${message} Please try again in a moment.`;
};

const issuesError = z.object({
  details: z.object({
    issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string() })),
  }),
});

/** Returns which fields the CMS refused, each with the contract's code; none for any other error. */
export const issuesOf = (error: unknown) => issuesError.safeParse(error).data?.details.issues ?? [];

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

/** Sends a request when it is called, and resolves with what the contract's schema makes of the answer. */
const useAdminRequest = () => {
  const [send] = quietRoomApi.useQuietRoomActionMutation();
  return useCallback(
    async <Schema extends z.ZodType>(schema: Schema, request: AdminRequest): Promise<z.output<Schema>> =>
      schema.parse(await send(request).unwrap()),
    [send],
  );
};

/**
 * Returns a function that posts to an admin endpoint and resolves with what the contract's schema makes of the answer.
 * It rejects with Strapi's API error.
 */
export const useAdminPost = () => {
  const send = useAdminRequest();
  return useCallback(
    <Schema extends z.ZodType>(schema: Schema, path: string, body: object = {}) => send(schema, { path, body }),
    [send],
  );
};

/** Like `useAdminPost`, for what is fetched when a button is pressed, such as a file. */
export const useAdminGet = () => {
  const send = useAdminRequest();
  return useCallback(<Schema extends z.ZodType>(schema: Schema, path: string) => send(schema, { path }), [send]);
};

/**
 * Runs one action at a time and keeps its outcome for `ActionResult`. `run` resolves with whether the action succeeded;
 * an action that resolves with null succeeded, and the page shows so itself. A rejected action becomes an error
 * sentence. `clear` is for an attempt that ends before it runs: what was said of the last one is no longer true.
 */
export const useAdminAction = () => {
  const [outcome, setOutcome] = useState<ActionOutcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (action: () => Promise<ActionOutcome | null>): Promise<boolean> => {
    setBusy(true);
    const settled = await action().catch((error: unknown) => ({ message: errorMessage(error), succeeded: false }));
    setOutcome(settled);
    setBusy(false);
    return settled?.succeeded ?? true;
  };
  const clear = useCallback(() => setOutcome(null), []);
  return { outcome, isBusy, run, clear };
};

/** 128 random bits as base64url: the idempotency key of one submission, so that pressing a button twice sends once. */
export const newNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Downloads a file that the browser makes itself, so that its content is sent nowhere else. */
export const downloadFile = (name: string, content: BlobPart, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};
