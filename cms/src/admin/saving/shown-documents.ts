import { adminApi } from '@strapi/strapi/admin';
import { z } from 'zod';
import type { Values } from './form-values';

/** What a form of the content manager saves or publishes. */
export interface SaveArgs {
  model: string;
  collectionType?: string;
  documentId?: string | undefined;
  params?: object;
  data?: Values;
}

/** The part of Redux that a request of Strapi's API is given. */
interface Store {
  getState: () => unknown;
  dispatch: (action: never) => unknown;
}

let store: Store | null = null;

/** Notes where Strapi's admin keeps what it has fetched. */
export const noteStore = (current: Store): void => {
  store = current;
};

const shownDocument = z.object({
  endpointName: z.literal('getDocument'),
  originalArgs: z.looseObject({
    model: z.string(),
    documentId: z.string().optional(),
    params: z.looseObject({ status: z.string().optional() }).optional(),
  }),
  data: z.object({ data: z.looseObject({ updatedAt: z.string().optional(), status: z.string().optional() }) }),
});
type ShownDocument = z.output<typeof shownDocument>;

const stateSchema = z.object({ adminApi: z.object({ queries: z.record(z.string(), z.unknown()) }) });

/** The entries of Strapi's cache that hold the draft which a form shows. */
const shown = ({ model, documentId }: SaveArgs): ShownDocument[] => {
  if (store === null) return [];
  const { queries } = stateSchema.parse(store.getState()).adminApi;
  return Object.values(queries).flatMap((query) => {
    const { data } = shownDocument.safeParse(query);
    if (data === undefined) return [];
    const { originalArgs: args } = data;
    return args.model === model && args.documentId === documentId && args.params?.status !== 'published' ? [data] : [];
  });
};

/** Returns the revision that a form shows; undefined for a new one. */
export const shownRevision = (args: SaveArgs): string | undefined => shown(args)[0]?.data.data.updatedAt;

/** Returns whether readers see a version of what a form shows. */
export const isOnSite = (args: SaveArgs): boolean =>
  ['modified', 'published'].includes(shown(args)[0]?.data.data.status ?? '');

/**
 * Adds what was stored of a new entry, so that its form is there at once: while it is being fetched, the content
 * manager shows a page that loads in the place of the form, and with it go the open sections and the place on the page.
 */
export const addToCache = (args: SaveArgs, documentId: string, stored: unknown): void => {
  const { upsertQueryData } = adminApi.util as unknown as {
    upsertQueryData: (endpoint: string, args: unknown, data: unknown) => never;
  };
  const { model, collectionType = 'collection-types', params } = args;
  store?.dispatch(upsertQueryData('getDocument', { collectionType, documentId, model, params }, stored));
};

/** Shows what is stored now in the forms of a document, without fetching it once more. */
export const putInCache = (args: SaveArgs, stored: unknown): void => {
  const { updateQueryData } = adminApi.util as unknown as {
    updateQueryData: (endpoint: string, args: unknown, update: () => unknown) => never;
  };
  for (const { originalArgs } of shown(args))
    store?.dispatch(updateQueryData('getDocument', originalArgs, () => stored));
};

/** Has what shows a document, and lists it, fetch it again: it was saved without Strapi's pages knowing. */
export const fetchAgain = ({ model, documentId }: SaveArgs): void => {
  const { invalidateTags } = adminApi.util as unknown as { invalidateTags: (tags: unknown[]) => never };
  const documents = [`${model}_${documentId}`, `${model}_LIST`].map((id) => ({ type: 'Document', id }));
  store?.dispatch(invalidateTags([...documents, 'RecentDocumentList']));
};
