import type { ChangeMiddleware } from '#src/documents/change';

/** A copy of a post has not been published yet. */
export const resetCopiedDates: ChangeMiddleware = async (change, next) => {
  if (change.uid === 'api::post.post' && change.action === 'clone')
    change.params = { ...change.params, data: { ...change.params.data, published: null, updated: null } };
  return next();
};
