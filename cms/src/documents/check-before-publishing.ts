import type { Core } from '@strapi/strapi';
import { whatPostNeeds, whatTextNeeds } from '#src/api/post/domain/before-publishing';
import { whatWorkshopNeeds } from '#src/api/workshop/domain/before-publishing';
import type { StoredWorkshop } from '#src/api/workshop/domain/stored-workshop';
import { nodesOfType, storedNodes } from '#src/rich-text/stored-node';
import { type ChangeMiddleware, type ContentUid, hasDrafts } from './change';
import { type Problem, refuse } from './validation-errors';

interface Draft {
  title: string | null;
  body: unknown;
  cover: { alternativeText: string | null } | null;
}

const populated = {
  'api::post.post': { cover: true },
  'api::page.page': {},
  'api::workshop.workshop': { cover: true, sessions: true, prices: true, programme: true },
} as const;
type Drafted = keyof typeof populated;

const wordsOf = (uid: ContentUid, draft: Draft | StoredWorkshop): unknown =>
  uid === 'api::workshop.workshop' ? (draft as StoredWorkshop).description : (draft as Draft).body;

const whatIsMissing = (uid: Drafted, draft: Draft | StoredWorkshop, described: ReadonlySet<string>): Problem[] => {
  if (uid === 'api::workshop.workshop') return whatWorkshopNeeds(draft as StoredWorkshop, described);
  return uid === 'api::post.post' ? whatPostNeeds(draft as Draft, described) : whatTextNeeds(draft as Draft, described);
};

const describedFiles = async (strapi: Core.Strapi, body: unknown): Promise<Set<string>> => {
  const hashes = nodesOfType(storedNodes(body), 'image').flatMap(({ image }) => image?.hash ?? []);
  if (hashes.length === 0) return new Set();
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['hash', 'alternativeText'], where: { hash: { $in: hashes } } })) as {
    hash: string;
    alternativeText: string | null;
  }[];
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
        populate: populated[uid],
      })) as Draft | StoredWorkshop | null;
      if (draft !== null) refuse(whatIsMissing(uid, draft, await describedFiles(strapi, wordsOf(uid, draft))));
    }
    return next();
  };
