import type { Core } from '@strapi/strapi';
import { type ChangeMiddleware, hasDrafts } from './change';

/**
 * `create` and `update` can publish in the same breath, past everything that watches `publish`. Here they become what
 * they mean: save the draft, then publish it.
 */
export const splitPublishing =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (!hasDrafts(uid) || (action !== 'create' && action !== 'update') || params.status !== 'published') return next();
    change.params = { ...params, status: 'draft' };
    const draft = (await next()) as { documentId: string } | null;
    if (draft === null) return draft;
    const { entries } = await strapi.documents(uid).publish({ documentId: draft.documentId });
    return entries[0];
  };
