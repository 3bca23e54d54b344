import { hasDrafts, type ChangeMiddleware } from '../change';

/** A copy is a new post or page: it has no past in public, so it gets its own address and dates. */
export const startCopiesAfresh: ChangeMiddleware = async (change, next) => {
  if (change.action === 'clone') {
    const past = hasDrafts(change.uid) ? { oldAddresses: [], ...(change.uid === 'api::post.post' && { published: null, updated: null }) } : {};
    change.params = { ...change.params, data: { ...change.params.data, slug: null, ...past } };
  }
  return next();
};
