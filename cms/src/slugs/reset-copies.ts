import type { Core } from '@strapi/strapi';
import type { ChangeMiddleware } from '#src/documents/change';
import { isAddressed } from './slugged-types';

/** A copy has no past in public, so it gets a slug of its own and no redirects. */
export const resetCopiedAddresses =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (action !== 'clone') return next();
    change.params = { ...params, data: { ...params.data, slug: null } };
    const copy = (await next()) as { documentId?: string };
    // Afterwards, because Strapi merges a list that it is given into the original's.
    if (isAddressed(uid) && copy.documentId !== undefined)
      await strapi.documents(uid).update({ documentId: copy.documentId, data: { redirects: [] } });
    return copy;
  };
