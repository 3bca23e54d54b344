import type { Core } from '@strapi/strapi';
import { reservedPageSlugs } from 'shared';
import { type Change, type ChangeMiddleware, type ContentUid, hasDrafts } from '#src/documents/change';
import { throwIfInvalid } from '#src/documents/validation-errors';
import { freeSlug, slugFrom } from './slug';
import { hasSlug, type SluggedUid, slugSources } from './slugged-types';
import { takenSlugs } from './taken-slugs';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const isReserved = (uid: ContentUid, slug: string): boolean =>
  uid === 'api::page.page' && (reservedPageSlugs as readonly string[]).includes(slug);

const refuseReserved = (uid: ContentUid, slug: string): void => {
  if (!isReserved(uid, slug)) return;
  throwIfInvalid([
    { field: 'slug', message: `The site uses /${slug} itself. Choose another address, for example ${slug}-page.` },
  ]);
};

type Fields = Record<string, unknown>;

const fieldsBefore = async (strapi: Core.Strapi, uid: SluggedUid, { action, params }: Change): Promise<Fields> => {
  if (action === 'create') return {};
  const where = { documentId: params.documentId, ...(hasDrafts(uid) && { publishedAt: null }) };
  return ((await strapi.db.query(uid).findOne({ where })) as Fields | null) ?? {};
};

/** What was typed as its slug, brought into shape; else one from its title; empty while there is neither. */
const wantedSlug = (uid: SluggedUid, typed: string, before: Fields, after: Fields): string => {
  if (typed !== '') return typed;
  const { field, fallback } = slugSources[uid];
  const title = text(after[field]) || text(before[field]);
  return title === '' ? '' : slugFrom(title) || fallback;
};

const slugAfter = async (strapi: Core.Strapi, change: Change, uid: SluggedUid): Promise<string | undefined> => {
  const data = change.params.data ?? {};
  const before = await fieldsBefore(strapi, uid, change);
  const had = text(before.slug);
  const typed = slugFrom(text(data.slug));
  if (had !== '' && (typed === had || data.slug === undefined)) return had;
  refuseReserved(uid, typed);
  const wanted = wantedSlug(uid, typed, before, data);
  if (wanted === '') return undefined;
  const taken = await takenSlugs(strapi, uid, wanted, change.action === 'clone' ? undefined : change.params.documentId);
  return freeSlug(wanted, (slug) => taken.has(slug) || isReserved(uid, slug));
};

/** Everything with a slug has one as soon as it has a title, and no two of a type have the same. */
export const giveSlug =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    if (hasSlug(change.uid) && ['create', 'update', 'clone'].includes(change.action)) {
      const slug = await slugAfter(strapi, change, change.uid);
      if (slug !== undefined) change.params = { ...change.params, data: { ...change.params.data, slug } };
    }
    return next();
  };
