import type { Core } from '@strapi/strapi';
import { isAddressed } from '#src/slugs/slugged-types';
import type { ChangeMiddleware } from './change';

/** A copy is a new thing: it has no past in public, so it gets its own address and dates. */
export const startCopiesAfresh =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (action !== 'clone') return next();
    const dates = uid === 'api::post.post' ? { published: null, updated: null } : {};
    change.params = { ...params, data: { ...params.data, slug: null, ...dates } };
    const copy = (await next()) as { documentId?: string };
    // Afterwards, because Strapi merges a list that it is given into the original's.
    if (isAddressed(uid) && copy.documentId !== undefined) {
      const dates = uid === 'api::workshop.workshop' ? { sessions: [] } : {};
      await strapi.documents(uid).update({ documentId: copy.documentId, data: { oldAddresses: [], ...dates } });
    }
    return copy;
  };
