import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { reservedPageSlugs } from 'shared';
import { type FieldError, throwIfInvalid } from '#src/documents/check-before-publishing';
import {
  type Change,
  type ChangeMiddleware,
  type ContentUid,
  type DocumentRule,
  hasDrafts,
} from '#src/documents/document-rules';
import { whyLive } from './at-path';
import { refuseClaimedAddresses, refuseTakenSlug, whyClaimed } from './claimed-addresses';
import {
  freeSlug,
  hasPage,
  hasSlug,
  isHomePage,
  kindOf,
  pathFromTyped,
  pathOf,
  redirectingPaths,
  slugFrom,
  type SluggedUid,
  slugInPath,
  slugSources,
  type UidWithPage,
} from './slugs';

interface SlugRow {
  slug: string | null;
  redirects?: { path: string | null }[];
}

/**
 * Returns the slugs beginning with `wanted` that other documents of the type have: as a draft, in public, or in a
 * redirect to them.
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
  if (!hasPage(uid)) return new Set(taken);
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

/** Returns the slug made from the title; empty while there is none. */
const slugOfTitle = (uid: SluggedUid, before: Fields, after: Fields): string => {
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
  const documentId = change.action === 'clone' ? undefined : change.params.documentId;
  const fromTitle = slugOfTitle(uid, before, data);
  // Whoever types an address means that one; what only has a title gets one that is free.
  if (typed !== '' && (had !== '' || typed !== fromTitle)) await refuseTakenSlug(strapi, typed, { uid, documentId });
  const wanted = typed || fromTitle;
  if (wanted === '') return undefined;
  const taken = await takenSlugs(strapi, uid, wanted, documentId);
  return freeSlug(wanted, (slug) => taken.has(slug) || isReserved(uid, slug));
};

/** Sets a document's slug as soon as it has a title; never one that another document of its type has or had. */
const giveSlug =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    if (hasSlug(change.uid) && ['create', 'update', 'clone'].includes(change.action)) {
      const slug = await slugAfter(strapi, change, change.uid);
      if (slug !== undefined) change.params = { ...change.params, data: { ...change.params.data, slug } };
    }
    return next();
  };

/** Gives a copy a slug of its own and no redirects, because it has never been public. */
const resetCopiedAddresses =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (action !== 'clone') return next();
    change.params = { ...params, data: { ...params.data, slug: null } };
    const copy = (await next()) as { documentId?: string };
    // Afterwards, because Strapi merges a list that it is given into the original's.
    if (hasPage(uid) && copy.documentId !== undefined)
      await strapi.documents(uid).update({ documentId: copy.documentId, data: { redirects: [] } });
    return copy;
  };

interface Row {
  slug: string | null;
  publishedAt: string | null;
  redirects: { path: string }[];
}

const rowsOf = async (strapi: Core.Strapi, uid: UidWithPage, documentId: string | undefined): Promise<Row[]> =>
  (await strapi.db.query(uid).findMany({ where: { documentId }, populate: { redirects: true } })) as Row[];

const pathsOf = (row: Row): string[] => row.redirects.map(({ path }) => path);

interface Entry {
  id?: number;
  path?: string | null;
}

/** Returns why a redirect that was typed can't be stored, as a sentence, or null. */
const problemWith = async (
  strapi: Core.Strapi,
  { uid, params: { documentId } }: Change,
  { typed, path, stored }: { typed: string; path: string | null; stored: ReadonlySet<string> },
): Promise<string | null> => {
  if (isHomePage(typed)) return whyLive(strapi, '/', { uid, documentId });
  if (path === null) return 'An old address looks like this: /post/name-of-the-post';
  // What is stored was an old address once; where something stands by now, that is shown instead.
  if (stored.has(path)) return null;
  return (await whyLive(strapi, path, { uid, documentId })) ?? whyClaimed(strapi, path, { uid, documentId });
};

/** Set while a rule itself stores the path that a document is leaving, and at which it still is. */
const storesPresentPath = new AsyncLocalStorage<true>();

/**
 * Reduces redirects, which may be pasted as whole URLs, to their paths, and refuses those from where something is on
 * the site.
 */
const normaliseRedirects =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, params } = change;
    const entries = params.data?.redirects;
    if (hasPage(uid) && Array.isArray(entries) && !storesPresentPath.getStore()) {
      const rows = params.documentId === undefined ? [] : await rowsOf(strapi, uid, params.documentId);
      const stored = new Set(rows.flatMap(pathsOf));
      const problems: FieldError[] = [];
      const tidy: Entry[] = [];
      for (const [index, entry] of (entries as Entry[]).entries()) {
        const typed = entry.path ?? '';
        const path = pathFromTyped(typed);
        const message = await problemWith(strapi, change, { typed, path, stored });
        if (message !== null) problems.push({ field: `redirects.${index}.path`, message });
        tidy.push({ ...entry, path });
      }
      throwIfInvalid(problems);
      change.params = { ...params, data: { ...params.data, redirects: tidy } };
    }
    return next();
  };

const entries = (paths: readonly string[]): { path: string }[] => paths.map((path) => ({ path }));

/**
 * Adds the path of the public version to the draft's redirects: when it is published elsewhere, and when it is
 * unpublished.
 */
const keepInDraft = async (
  strapi: Core.Strapi,
  { action, params }: Change,
  uid: Exclude<UidWithPage, 'api::topic.topic'>,
): Promise<void> => {
  const rows = await rowsOf(strapi, uid, params.documentId);
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  const live = rows.find(({ publishedAt }) => publishedAt !== null);
  if (draft === undefined || params.documentId === undefined) return;
  const path = (row: Row): string | null => (row.slug === null ? null : pathOf(kindOf(uid), row.slug));
  const before = live === undefined ? null : path(live);
  const now = action === 'publish' ? (path(draft) ?? '') : '';
  const redirects = redirectingPaths(pathsOf(draft), before, now);
  if (redirects.join('\n') === pathsOf(draft).join('\n')) return;
  const { documentId } = params;
  await storesPresentPath.run(true, () =>
    strapi.documents(uid).update({ documentId, data: { redirects: entries(redirects) } }),
  );
};

/** Adds a topic's path to its redirects when it is saved with another slug; a topic has no draft. */
const keepInTopic = async (strapi: Core.Strapi, { params }: Change): Promise<Change['params']> => {
  const [topic] = await rowsOf(strapi, 'api::topic.topic', params.documentId);
  const slug = params.data?.slug;
  if (topic === undefined || topic.slug === null || typeof slug !== 'string') return params;
  const typed = (params.data?.redirects as { path: string }[] | undefined)?.map(({ path }) => path);
  const redirects = redirectingPaths(typed ?? pathsOf(topic), pathOf('topic', topic.slug), pathOf('topic', slug));
  return { ...params, data: { ...params.data, redirects: entries(redirects) } };
};

/** Keeps a redirect from every path at which a document was public. */
const keepRedirects =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action } = change;
    if (hasPage(uid)) {
      if (uid === 'api::topic.topic') {
        if (action === 'update') change.params = await keepInTopic(strapi, change);
      } else if (action === 'publish' || action === 'unpublish') {
        await keepInDraft(strapi, change, uid);
      }
    }
    return next();
  };

/** The rules for documents with a slug: every address at which a document was public keeps leading to it. */
export const slugRules: readonly DocumentRule[] = [
  { phase: 'copy', rule: resetCopiedAddresses },
  { phase: 'slug', rule: normaliseRedirects },
  { phase: 'slug', rule: giveSlug },
  { phase: 'check-before-publishing', rule: refuseClaimedAddresses },
  { phase: 'redirect', rule: keepRedirects },
];
