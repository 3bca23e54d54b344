import type { Core } from '@strapi/strapi';
import { datesAtPublication } from '#src/api/post/domain/dates';
import type { ChangeMiddleware } from '#src/documents/change';

interface Row {
  publishedAt: string | null;
  title: string | null;
  contentNote: string | null;
  body: unknown;
  published: string | null;
  updated: string | null;
}

/** Gives a post its two reader's dates in the moment in which it is published. */
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
