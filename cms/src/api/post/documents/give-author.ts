import type { Core } from '@strapi/strapi';
import { namesSomebody } from '#src/api/post/domain/author';
import type { ChangeMiddleware } from '#src/documents/change';

/** A new post that names nobody is by the only author there is: who works alone need not say each time who wrote it. */
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
