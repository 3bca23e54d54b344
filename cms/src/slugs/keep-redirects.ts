import type { Core } from '@strapi/strapi';
import type { Change, ChangeMiddleware } from '#src/documents/change';
import { keptAddresses, pathOf } from './redirects';
import { type AddressedUid, isAddressed, kindOf } from './slugged-types';

interface Row {
  slug: string | null;
  publishedAt: string | null;
  redirects: { path: string }[];
}

const rowsOf = async (strapi: Core.Strapi, uid: AddressedUid, documentId: string | undefined): Promise<Row[]> =>
  (await strapi.db.query(uid).findMany({ where: { documentId }, populate: { redirects: true } })) as Row[];

const pathsOf = (row: Row): string[] => row.redirects.map(({ path }) => path);
const entries = (paths: readonly string[]): { path: string }[] => paths.map((path) => ({ path }));

/** A draft takes along where its public version stood: when it is published elsewhere, and when it goes out of public. */
const keepInDraft = async (
  strapi: Core.Strapi,
  { action, params }: Change,
  uid: Exclude<AddressedUid, 'api::topic.topic'>,
): Promise<void> => {
  const rows = await rowsOf(strapi, uid, params.documentId);
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  const live = rows.find(({ publishedAt }) => publishedAt !== null);
  if (draft === undefined || params.documentId === undefined) return;
  const path = (row: Row): string | null => (row.slug === null ? null : pathOf(kindOf(uid), row.slug));
  const before = live === undefined ? null : path(live);
  const now = action === 'publish' ? (path(draft) ?? '') : '';
  const kept = keptAddresses(pathsOf(draft), before, now);
  if (kept.join('\n') === pathsOf(draft).join('\n')) return;
  await strapi.documents(uid).update({ documentId: params.documentId, data: { redirects: entries(kept) } });
};

/** A topic has no draft: it moves in the moment in which it is saved. */
const keepInTopic = async (strapi: Core.Strapi, { params }: Change): Promise<Change['params']> => {
  const [topic] = await rowsOf(strapi, 'api::topic.topic', params.documentId);
  const slug = params.data?.slug;
  if (topic === undefined || topic.slug === null || typeof slug !== 'string') return params;
  const typed = (params.data?.redirects as { path: string }[] | undefined)?.map(({ path }) => path);
  const kept = keptAddresses(typed ?? pathsOf(topic), pathOf('topic', topic.slug), pathOf('topic', slug));
  return { ...params, data: { ...params.data, redirects: entries(kept) } };
};

/** What was public at an address stays to be found from there, whatever it is called now. */
export const keepRedirects =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action } = change;
    if (isAddressed(uid)) {
      if (uid === 'api::topic.topic') {
        if (action === 'update') change.params = await keepInTopic(strapi, change);
      } else if (action === 'publish' || action === 'unpublish') {
        await keepInDraft(strapi, change, uid);
      }
    }
    return next();
  };
