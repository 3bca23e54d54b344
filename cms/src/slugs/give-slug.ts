import type { Core } from '@strapi/strapi';
import { reservedPageSlugs } from 'shared';
import { type Change, type ChangeMiddleware, type ContentUid, hasDrafts } from '#src/documents/change';
import { throwIfInvalid } from '#src/documents/validation-errors';
import { pathOf, slugInPath } from '#src/slugs/redirects';
import { freeSlug, slugFrom } from '#src/slugs/slug';
import { hasSlug, isAddressed, kindOf, type SluggedUid, slugSources } from '#src/slugs/slugged-types';

interface SlugRow {
  slug: string | null;
  redirects?: { path: string | null }[];
}

/**
 * The slugs beginning with `wanted` that other documents of the type have: as a draft, in public, or as an old address
 * that still leads to them.
 */
const takenSlugs = async (
  strapi: Core.Strapi,
  uid: ContentUid,
  wanted: string,
  self: string | undefined,
): Promise<Set<string>> => {
  const others = self === undefined ? {} : { documentId: { $ne: self } };
  const named = { ...others, slug: { $startsWith: wanted } };
  const rows = (await strapi.db.query(uid).findMany({ select: ['slug'], where: named })) as SlugRow[];
  const taken = rows.flatMap(({ slug }) => slug ?? []);
  if (!isAddressed(uid)) return new Set(taken);
  const kind = kindOf(uid);
  const moved = (await strapi.db.query(uid).findMany({
    select: ['slug'],
    where: { ...others, redirects: { path: { $startsWith: pathOf(kind, wanted) } } },
    populate: { redirects: true },
  })) as SlugRow[];
  const left = moved.flatMap(({ redirects }) =>
    (redirects ?? []).flatMap(({ path }) => slugInPath(kind, path ?? '') ?? []),
  );
  return new Set([...taken, ...left]);
};

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

/** Returns the typed slug, or else one made from the title; empty while there is neither. */
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

/** Gives a document its slug as soon as it has a title, and never one that another document of its type has or had. */
export const giveSlug =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    if (hasSlug(change.uid) && ['create', 'update', 'clone'].includes(change.action)) {
      const slug = await slugAfter(strapi, change, change.uid);
      if (slug !== undefined) change.params = { ...change.params, data: { ...change.params.data, slug } };
    }
    return next();
  };

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
