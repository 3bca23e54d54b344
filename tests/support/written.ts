import type { Core, UID } from '@strapi/strapi';

/** Rich text of one paragraph for each line. */
export const paragraphs = (...lines: string[]) =>
  lines.map((text) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }));

type Data = Record<string, unknown>;
export interface Written {
  documentId: string;
  slug: string;
  [field: string]: unknown;
}

/** The document service without its types of every field: tests write what people may write, wrong things too. */
export const documentsOf = (strapi: Core.Strapi, uid: UID.ContentType) => {
  const documents = strapi.documents(uid) as unknown as Record<string, (params: object) => Promise<unknown>>;
  const call = (action: string) => (params: object) => documents[action]?.(params) as Promise<Written>;
  return {
    create: (data: Data) => call('create')({ data }),
    createPublished: (data: Data) => call('create')({ data, status: 'published' }),
    update: (documentId: string, data: Data) => call('update')({ documentId, data }),
    publish: (documentId: string) => call('publish')({ documentId }),
    unpublish: (documentId: string) => call('unpublish')({ documentId }),
    discardDraft: (documentId: string) => call('discardDraft')({ documentId }),
    clone: (documentId: string, data: Data) =>
      documents.clone?.({ documentId, data }) as Promise<{ entries: Written[] }>,
    delete: (documentId: string) => call('delete')({ documentId }),
    draft: (documentId: string) => call('findOne')({ documentId, status: 'draft', populate: '*' }),
    live: (documentId: string) =>
      call('findOne')({ documentId, status: 'published', populate: '*' }) as Promise<Written | null>,
  };
};
