import type { Core } from '@strapi/strapi';
import type { ChangeMiddleware } from '#src/documents/change';

/** A copy of a workshop takes place on other days. */
export const resetCopiedSessions =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action }, next) => {
    const copy = await next();
    const { documentId } = (copy ?? {}) as { documentId?: string };
    // Afterwards, because Strapi merges a list that it is given into the original's.
    if (uid === 'api::workshop.workshop' && action === 'clone' && documentId !== undefined)
      await strapi.documents(uid).update({ documentId, data: { sessions: [] } });
    return copy;
  };
