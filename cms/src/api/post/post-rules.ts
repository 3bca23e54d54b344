import type { Core } from '@strapi/strapi';
import { checkBeforePublishing } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import { textErrors } from '#src/documents/publishable-text';
import { refuseInUse } from '#src/documents/refuse-in-use';
import { firstWords, readingMinutes } from '#src/rich-text/rich-text';
import { datesAtPublication, namesSomebody, type PageDraft, type PostDraft, postErrors } from './domain/publishing';

/**
 * Sets the author of a new post if there is only one, so that a counsellor who works alone need not choose each time.
 */
export const giveAuthor =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action, params }, next) => {
    if (uid === 'api::post.post' && action === 'create' && !namesSomebody(params.data?.author)) {
      const authors = (await strapi.db.query('api::author.author').findMany({ select: ['documentId'], limit: 2 })) as {
        documentId: string;
      }[];
      const [only] = authors;
      if (only && authors.length === 1)
        params.data = { ...params.data, author: { connect: [{ documentId: only.documentId }] } };
    }
    return next();
  };

/** Computes reading time and first words from the body at each change; values that a client sends are ignored. */
export const setFieldsFromBody: ChangeMiddleware = async (change, next) => {
  const { data } = change.params;
  if (change.uid === 'api::post.post' && data !== undefined) {
    const counted =
      'body' in data ? { readingMinutes: readingMinutes(data.body), firstWords: firstWords(data.body) } : undefined;
    const written = Object.entries(data).filter(([field]) => field !== 'readingMinutes' && field !== 'firstWords');
    change.params = { ...change.params, data: { ...Object.fromEntries(written), ...counted } };
  }
  return next();
};

export const checkPost = checkBeforePublishing<PostDraft>({
  uid: 'api::post.post',
  populate: { cover: true },
  textOf: ({ body }) => body,
  errorsOf: postErrors,
});

export const checkPage = checkBeforePublishing<PageDraft>({
  uid: 'api::page.page',
  populate: {},
  textOf: ({ body }) => body,
  errorsOf: textErrors,
});

interface Row {
  publishedAt: string | null;
  title: string | null;
  contentNote: string | null;
  body: unknown;
  published: string | null;
  updated: string | null;
}

/** Sets the two dates that readers see when a post is published. */
export const setDates =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async (change, next) => {
    const { documentId } = change.params;
    if (change.uid === 'api::post.post' && change.action === 'publish' && documentId !== undefined) {
      const rows = (await strapi.db.query('api::post.post').findMany({ where: { documentId } })) as Row[];
      const draft = rows.find(({ publishedAt }) => publishedAt === null);
      const live = rows.find(({ publishedAt }) => publishedAt !== null) ?? null;
      if (draft !== undefined) {
        const { published, updated } = datesAtPublication(draft, live, now().toISOString());
        if (published !== draft.published || updated !== draft.updated) {
          await strapi
            .documents('api::post.post')
            .update({ documentId, data: { published, ...(updated !== null && { updated }) } });
        }
      }
    }
    return next();
  };

const owners = {
  'api::author.author': {
    of: (documentId: string) => ({ author: { documentId } }),
    refusal: (list: string) =>
      `This author wrote ${list}. Choose another author there first, or the byline would be lost.`,
  },
  'api::topic.topic': {
    of: (documentId: string) => ({ topics: { documentId } }),
    refusal: (list: string) => `This topic is used by ${list}. Remove it there first.`,
  },
} as const;

/** Refuses to delete an author or a topic that posts have, and says which. */
export const refuseDeletingInUse =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action, params: { documentId } }, next) => {
    if (
      action === 'delete' &&
      documentId !== undefined &&
      (uid === 'api::author.author' || uid === 'api::topic.topic')
    ) {
      const where = owners[uid].of(documentId);
      const orderBy = [{ title: 'asc' }, { id: 'asc' }];
      const rows = await strapi.db
        .query('api::post.post')
        .findMany({ select: ['documentId', 'title'], where, orderBy });
      refuseInUse(rows as { documentId: string; title: string | null }[], owners[uid].refusal);
    }
    return next();
  };

/** Removes the dates of a copied post, which has not been published yet. */
export const resetCopiedDates: ChangeMiddleware = async (change, next) => {
  if (change.uid === 'api::post.post' && change.action === 'clone')
    change.params = { ...change.params, data: { ...change.params.data, published: null, updated: null } };
  return next();
};
