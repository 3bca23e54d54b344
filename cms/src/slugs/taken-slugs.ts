import type { Core } from '@strapi/strapi';
import type { ContentUid } from '#src/documents/change';
import { pathOf, slugInPath } from './redirects';
import { isAddressed, kindOf } from './slugged-types';

interface Row {
  slug: string | null;
  redirects?: { path: string | null }[];
}

/**
 * The slugs beginning with `wanted` that other documents of the type have: as a draft, in public, or as an old address
 * that still leads to them.
 */
export const takenSlugs = async (
  strapi: Core.Strapi,
  uid: ContentUid,
  wanted: string,
  self: string | undefined,
): Promise<Set<string>> => {
  const others = self === undefined ? {} : { documentId: { $ne: self } };
  const named = { ...others, slug: { $startsWith: wanted } };
  const rows = (await strapi.db.query(uid).findMany({ select: ['slug'], where: named })) as Row[];
  const taken = rows.flatMap(({ slug }) => slug ?? []);
  if (!isAddressed(uid)) return new Set(taken);
  const kind = kindOf(uid);
  const moved = (await strapi.db.query(uid).findMany({
    select: ['slug'],
    where: { ...others, redirects: { path: { $startsWith: pathOf(kind, wanted) } } },
    populate: { redirects: true },
  })) as Row[];
  const left = moved.flatMap(({ redirects }) =>
    (redirects ?? []).flatMap(({ path }) => slugInPath(kind, path ?? '') ?? []),
  );
  return new Set([...taken, ...left]);
};
