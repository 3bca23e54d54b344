import type { Core } from '@strapi/strapi';
import { type FieldError, throwIfInvalid } from '#src/documents/check-before-publishing';
import { type ChangeMiddleware, hasDrafts } from '#src/documents/document-rules';
import { findClaim, type Self, whyLiveElsewhere } from './at-path';
import { hasPage, kindOf, pathOf, type SluggedUid, slugSources, type UidWithPage } from './slugs';

/** Returns why a path can't be an old address, as a sentence: it leads to another document already. Null if it doesn't. */
export const whyClaimed = async (strapi: Core.Strapi, path: string, self: Self): Promise<string | null> => {
  const title = await findClaim(strapi, path, self, 'anyone');
  return title === null ? null : `“${title}” already has this address. An old address can lead to one of them only.`;
};

/**
 * Refuses a slug that somebody typed for a document that has one, where another document of its type has it, as a draft
 * or on the site, or has had it.
 */
export const refuseTakenSlug = async (
  strapi: Core.Strapi,
  slug: string,
  self: Self & { uid: SluggedUid },
): Promise<void> => {
  const { uid, documentId } = self;
  const { field } = slugSources[uid];
  const where = { slug, documentId: { $ne: documentId } };
  const other = (await strapi.db.query(uid).findOne({ select: [field], where })) as Record<
    string,
    string | null
  > | null;
  const former = hasPage(uid) ? await findClaim(strapi, pathOf(kindOf(uid), slug), self, 'anyone') : null;
  const title = other === null ? former : other[field]?.trim() || 'Something without a title';
  if (title !== null)
    throwIfInvalid([{ field: 'slug', message: `“${title}” already has the address ${slug}. Choose another one.` }]);
};

interface Version {
  slug: string | null;
  publishedAt: string | null;
  redirects: { path: string }[];
}

/** Returns the errors of a draft that would claim an address of another document which readers reach. */
const claimErrors = async (strapi: Core.Strapi, uid: UidWithPage, documentId: string): Promise<FieldError[]> => {
  const versions = (await strapi.db
    .query(uid)
    .findMany({ select: ['slug', 'publishedAt'], where: { documentId }, populate: { redirects: true } })) as Version[];
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const live = versions.find(({ publishedAt }) => publishedAt !== null);
  if (draft === undefined) return [];
  const self = { uid, documentId };
  const errors: FieldError[] = [];
  const path = draft.slug === null ? null : pathOf(kindOf(uid), draft.slug);
  const former = path === null || draft.slug === live?.slug ? null : await findClaim(strapi, path, self, 'readers');
  if (former !== null)
    errors.push({
      field: 'slug',
      message: `“${former}” already has the address ${path}: it was there before. Choose another address.`,
    });
  // What readers were led by until now stays as it is.
  const known = new Set(live?.redirects.map((redirect) => redirect.path));
  for (const [index, redirect] of draft.redirects.entries()) {
    if (known.has(redirect.path) || redirect.path === path) continue;
    const message =
      (await whyLiveElsewhere(strapi, redirect.path, self)) ?? (await whyClaimed(strapi, redirect.path, self));
    if (message !== null) errors.push({ field: `redirects.${index}.path`, message });
  }
  return errors;
};

/**
 * Refuses to publish what would share an address with another document: drafts may have been saved while the other one
 * had none, or was not published yet.
 */
export const refuseClaimedAddresses =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action, params: { documentId } }, next) => {
    if (action === 'publish' && documentId !== undefined && hasPage(uid) && hasDrafts(uid))
      throwIfInvalid(await claimErrors(strapi, uid, documentId));
    return next();
  };
