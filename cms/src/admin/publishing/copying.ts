import {
  adminApi,
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocumentActions as useDocumentActions,
  useAPIErrorHandler,
  useForm,
  useNotification,
} from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { z } from 'zod';
import type { ActionProps, DocumentAction } from '#src/admin/document-actions';
import { asValues, toRequest } from '#src/admin/saving/form-values';

interface CopyArgs {
  model: string;
  documentId: string;
  title: string;
}

const copyingApi = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (build) => ({
    copyPiece: build.mutation<unknown, CopyArgs>({
      query: ({ model, documentId, title }) => ({
        url: `/content-manager/collection-types/${model}/clone/${documentId}`,
        method: 'POST',
        data: { title },
      }),
      invalidatesTags: (_result, _error, { model }) => [{ type: 'Document', id: `${model}_LIST` }],
    }),
  }),
});

const copied = z.object({ data: z.object({ documentId: z.string() }) });

/** In characters, as in the schemas of what has a title. */
const maxTitleLength = 200;
const suffix = ' (copy)';

/** Returns the title of a copy, which tells it from the original. */
const titleOfCopy = (title: unknown): string => {
  const original = typeof title === 'string' ? title.trim() : '';
  return original === '' ? '' : original.slice(0, maxTitleLength - suffix.length) + suffix;
};

/** The pieces that are being copied: one press makes one copy. */
const inProgress = new Set<string>();

/** Saves what is typed as a draft first, so that the copy has it, and opens the copy. */
const useCopy = () => {
  const { update } = useDocumentActions();
  const [copyPiece] = copyingApi.useCopyPieceMutation();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const navigate = useNavigate();
  const isModified = useForm('Copy', (state) => state.modified);
  const values = asValues(useForm('Copy', (state) => state.values));
  const resetForm = useForm('Copy', (state) => state.resetForm);
  return async ({ model, collectionType, document }: ActionProps, documentId: string): Promise<void> => {
    if (isModified) {
      const saved = await update({ collectionType, model, documentId, params: {} }, toRequest(values) as object);
      if ('error' in saved) return;
      resetForm(values);
    }
    const title = titleOfCopy(isModified ? values.title : document?.title);
    const answer = await copyPiece({ model, documentId, title });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
      return;
    }
    toggleNotification({ type: 'success', message: 'This is the copy. It is a draft: readers don’t see it.' });
    navigate(`/content-manager/collection-types/${model}/${copied.parse(answer.data).data.documentId}`);
  };
};

/**
 * Returns the action that makes a copy, in lists and beside Publish: a draft with an address of its own. Strapi's own
 * asks to fill in the address, and is in lists only.
 */
export const copying = (useClone: DocumentAction): DocumentAction => {
  const useCopying: DocumentAction = (props) => {
    const action = useClone(props);
    const copy = useCopy();
    const { hasDraftAndPublish } = useContentManagerContext();
    const { documentId } = props;
    if (!action || action.disabled || documentId === undefined || !hasDraftAndPublish) return null;
    return {
      ...action,
      label: 'Make a copy',
      position: ['panel', 'table-row'],
      dialog: undefined,
      onClick: async () => {
        if (inProgress.has(documentId)) return;
        inProgress.add(documentId);
        await copy(props, documentId).finally(() => inProgress.delete(documentId));
      },
    };
  };
  return Object.assign(useCopying, { type: useClone.type, position: ['panel', 'table-row'] });
};
