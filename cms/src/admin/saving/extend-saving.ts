import { adminApi } from '@strapi/strapi/admin';
import { dropAllFromBrowser } from '#src/admin/components/kept-in-browser';
import { type AdminRequest, autosaveDraft, saveContent, type Send } from './save-content';
import type { Answer } from './save-failures';
import { noteStore, type SaveArgs } from './shown-documents';

type QueryFn<Args> = (
  args: Args,
  store: Parameters<typeof noteStore>[0],
  options: unknown,
  send: Send,
) => Promise<Answer>;

/** The part of RTK Query's definition of an endpoint that is replaced here. */
interface Endpoint<Args> {
  query?: (args: Args) => AdminRequest;
  transformResponse?: (response: unknown, meta: unknown, args: Args) => unknown;
  queryFn?: QueryFn<Args>;
  onQueryStarted?: () => void;
  invalidatesTags?: (result: unknown, error: unknown, args: Args) => unknown[];
}

/** Sends a request, and again with whatever it needs besides, such as a password. */
type SendAndAsk = (request: AdminRequest, send: Send) => Promise<Answer>;

/**
 * Has one of the content manager's requests sent by `saveContent`. Strapi shows what is saved before it is, and fetches
 * the entry again when it could not be: a form would be filled anew, with what was there before.
 */
const throughSaveContent =
  (sendAndAsk: SendAndAsk) =>
  (endpoint: Endpoint<SaveArgs>): void => {
    const { query, invalidatesTags } = endpoint;
    if (query === undefined) return;
    delete endpoint.query;
    delete endpoint.transformResponse;
    delete endpoint.onQueryStarted;
    endpoint.invalidatesTags = (result, error, args) =>
      error === undefined ? (invalidatesTags?.(result, error, args) ?? []) : [];
    endpoint.queryFn = (args, _store, _options, send) =>
      saveContent(args, query(args), (request) => sendAndAsk(request, send));
  };

/**
 * Keeps what a form shows when it cannot be fetched again: the content manager would put “Whoops! Something went wrong”
 * in its place, with all that was typed.
 */
const keepShown = (endpoint: Endpoint<unknown>): void => {
  const { queryFn: fetchDocument } = endpoint;
  if (fetchDocument === undefined) return;
  let last: { args: string; answer: Answer } | null = null;
  endpoint.queryFn = async (args, store, options, send) => {
    noteStore(store);
    const answer = await fetchDocument(args, store, options, send);
    const asked = JSON.stringify(args);
    const isGone = (answer.error as { status?: number } | undefined)?.status === 404;
    if (answer.error !== undefined && !isGone && last?.args === asked) return last.answer;
    if (answer.error === undefined) last = { args: asked, answer };
    return answer;
  };
};

interface Endpoints {
  createDocument: Endpoint<SaveArgs>;
  updateDocument: Endpoint<SaveArgs>;
  publishDocument: Endpoint<SaveArgs>;
  getDocument: Endpoint<unknown>;
  logout: Endpoint<unknown>;
}

/**
 * Extends the requests with which the content manager saves and publishes.
 *
 * @see https://redux-toolkit.js.org/rtk-query/usage/code-splitting#enhancing-endpoints
 */
export const extendSaving = (sendAndAsk: SendAndAsk): void => {
  const api = adminApi as unknown as {
    enhanceEndpoints(extension: {
      endpoints: { [Name in keyof Endpoints]: (endpoint: Endpoints[Name]) => void };
    }): void;
  };
  api.enhanceEndpoints({
    endpoints: {
      createDocument: throughSaveContent(sendAndAsk),
      updateDocument: throughSaveContent(sendAndAsk),
      publishDocument: throughSaveContent(sendAndAsk),
      getDocument: keepShown,
      logout: (endpoint) => {
        endpoint.onQueryStarted = dropAllFromBrowser;
      },
    },
  });
};

const savingApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    autosaveDraft: build.mutation<unknown, SaveArgs>({
      queryFn: (args, store, _options, send) => {
        noteStore(store);
        return autosaveDraft(args, send as unknown as Send) as Promise<{ data: unknown }>;
      },
    }),
  }),
});

/** Returns the function that saves a draft by itself. */
export const useAutosaveDraft = () => savingApi.useAutosaveDraftMutation()[0];
