import type { Core } from '@strapi/strapi';
import { whatPostNeeds, whatTextNeeds } from '../../api/post/domain/before-publishing';
import { nodesOfType, storedNodes } from '../../blocks/stored-node';
import { hasDrafts, type ChangeMiddleware } from '../change';
import { refuse } from '../refuse';

interface Draft {
  title: string | null;
  body: unknown;
  cover: { alternativeText: string | null } | null;
}

const describedFiles = async (strapi: Core.Strapi, body: unknown): Promise<Set<string>> => {
  const hashes = nodesOfType(storedNodes(body), 'image').flatMap(({ image }) => image?.hash ?? []);
  if (hashes.length === 0) return new Set();
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['hash', 'alternativeText'], where: { hash: { $in: hashes } } })) as { hash: string; alternativeText: string | null }[];
  return new Set(files.flatMap(({ hash, alternativeText }) => ((alternativeText ?? '').trim() === '' ? [] : [hash])));
};

/** A draft may be anything; what readers are to see has to be whole. All that is missing is said at once. */
export const checkBeforePublishing =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (hasDrafts(uid) && action === 'publish') {
      const draft = (await strapi.db.query(uid).findOne({
        where: { documentId: params.documentId, publishedAt: null },
        populate: uid === 'api::post.post' ? { cover: true } : {},
      })) as Draft | null;
      if (draft !== null) {
        const described = await describedFiles(strapi, draft.body);
        refuse(uid === 'api::post.post' ? whatPostNeeds(draft, described) : whatTextNeeds(draft, described));
      }
    }
    return next();
  };
