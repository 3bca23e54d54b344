import type { Core } from '@strapi/strapi';
import type { Change, ChangeMiddleware } from '#src/documents/change';
import { type FieldError, throwIfInvalid } from '#src/documents/validation-errors';
import { keptAddresses, pathFromTyped, pathOf } from '#src/slugs/redirects';
import { type AddressedUid, isAddressed, kindOf } from '#src/slugs/slugged-types';

interface Entry {
  id?: number;
  path?: string | null;
}

/** Stores only the paths of redirects, which may be typed as they are copied from a browser. */
export const normaliseRedirects: ChangeMiddleware = async (change, next) => {
  const entries = change.params.data?.redirects;
  if (isAddressed(change.uid) && Array.isArray(entries)) {
    const problems: FieldError[] = [];
    const tidy = (entries as Entry[]).map((entry, index) => {
      const path = pathFromTyped(entry.path ?? '');
      if (path === null)
        problems.push({
          field: `redirects.${index}.path`,
          message: 'An old address looks like this: /post/its-name',
        });
      return { ...entry, path };
    });
    throwIfInvalid(problems);
    change.params = { ...change.params, data: { ...change.params.data, redirects: tidy } };
  }
  return next();
};

interface Row {
  slug: string | null;
  publishedAt: string | null;
  redirects: { path: string }[];
}

const rowsOf = async (strapi: Core.Strapi, uid: AddressedUid, documentId: string | undefined): Promise<Row[]> =>
  (await strapi.db.query(uid).findMany({ where: { documentId }, populate: { redirects: true } })) as Row[];

const pathsOf = (row: Row): string[] => row.redirects.map(({ path }) => path);
const entries = (paths: readonly string[]): { path: string }[] => paths.map((path) => ({ path }));

/** Adds the path of the public version to the draft's redirects: when it is published elsewhere, and when it is unpublished. */
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

/** Adds a topic's path to its redirects when it is saved with another slug; a topic has no draft. */
const keepInTopic = async (strapi: Core.Strapi, { params }: Change): Promise<Change['params']> => {
  const [topic] = await rowsOf(strapi, 'api::topic.topic', params.documentId);
  const slug = params.data?.slug;
  if (topic === undefined || topic.slug === null || typeof slug !== 'string') return params;
  const typed = (params.data?.redirects as { path: string }[] | undefined)?.map(({ path }) => path);
  const kept = keptAddresses(typed ?? pathsOf(topic), pathOf('topic', topic.slug), pathOf('topic', slug));
  return { ...params, data: { ...params.data, redirects: entries(kept) } };
};

/** Keeps a redirect from every path at which a document was public. */
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
