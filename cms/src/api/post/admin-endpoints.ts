import type { Core } from '@strapi/strapi';
import type { checkedLink } from 'shared';
import { checkLinkRequest, type LinkPage, linkPagesQuery, type SiteAddress } from 'shared';
import { z } from 'zod';
import { manageOwnSignIn } from '#src/api/account/permissions';
import { hasDrafts } from '#src/documents/document-rules';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseBody, parseQuery } from '#src/http/request';
import { readLink } from '#src/rich-text/links';
import { settingsOf } from '#src/settings';
import { findAtPath } from '#src/slugs/at-path';
import { kindOf, pathOf, slugSources, uidsWithPage, type UidWithPage } from '#src/slugs/slugs';
import { writeLinks } from './permissions';

/** How many pages are offered at once. */
const maxPages = 8;

const found = z.array(
  z.object({
    documentId: z.string(),
    slug: z.string().nullable(),
    title: z.string().nullish(),
    name: z.string().nullish(),
    updatedAt: z.coerce.date(),
  }),
);

/** Returns the pages of one content type, by the address that readers know where they are public. */
const pagesOf = async (
  strapi: Core.Strapi,
  uid: UidWithPage,
  search: string,
): Promise<(LinkPage & { at: number })[]> => {
  const { field } = slugSources[uid];
  const drafts = hasDrafts(uid);
  const select = ['documentId', 'slug', field, 'updatedAt'];
  const drafted = await strapi.db.query(uid).findMany({
    select,
    where: { ...(drafts && { publishedAt: null }), [field]: { $containsi: search } },
    orderBy: { updatedAt: 'desc' },
    limit: maxPages,
  });
  const rows = found.parse(drafted);
  const live = await strapi.db.query(uid).findMany({
    select,
    where: {
      documentId: { $in: rows.map(({ documentId }) => documentId) },
      ...(drafts && { publishedAt: { $notNull: true } }),
    },
  });
  const liveSlugs = new Map(found.parse(live).map(({ documentId, slug }) => [documentId, slug]));
  return rows.flatMap(({ documentId, slug, updatedAt, ...row }) => {
    const shown = liveSlugs.get(documentId) ?? slug;
    if (shown === null) return [];
    const kind = kindOf(uid);
    const isPublic = liveSlugs.has(documentId);
    return [{ title: row[field] ?? '', path: pathOf(kind, shown), kind, isPublic, at: updatedAt.getTime() }];
  });
};

/** Returns the pages whose title contains what is searched for, the latest changed first. */
const findPages = async (strapi: Core.Strapi, search: string): Promise<LinkPage[]> => {
  const pages = await Promise.all(uidsWithPage.map((uid) => pagesOf(strapi, uid, search)));
  return pages
    .flat()
    .toSorted((one, other) => other.at - one.at)
    .slice(0, maxPages)
    .map(({ title, path, kind, isPublic }) => ({ title, path, kind, isPublic }));
};

/** Returns the address of a link as readers get it; a page that is not published yet may be linked to in a draft. */
const checkAddress = async (strapi: Core.Strapi, address: string): Promise<z.output<typeof checkedLink>> => {
  const link = readLink(address, settingsOf(strapi));
  const wrong = (problem: string) => ({ problem: problem.charAt(0).toUpperCase() + problem.slice(1) });
  if ('problem' in link) return wrong(link.problem);
  if (link.path !== null && (await findAtPath(strapi, link.path)) === 'nothing')
    return wrong(`there is no page at ${link.path} on this site.`);
  return { url: link.url };
};

/** Where the site is, and what a link in a text may lead to. */
export const blogEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/site',
    // Of whoever works here: everyone may see the site.
    permission: manageOwnSignIn,
    handle: async (strapi, { query }): Promise<SiteAddress> => {
      parseQuery(noQuery, query);
      return { url: settingsOf(strapi).siteUrl };
    },
  },
  {
    method: 'GET',
    path: '/links/pages',
    permission: writeLinks,
    handle: (strapi, { query }) => findPages(strapi, parseQuery(linkPagesQuery, query).search.trim()),
  },
  {
    method: 'POST',
    path: '/links/check',
    permission: writeLinks,
    handle: (strapi, { request }) => checkAddress(strapi, parseBody(checkLinkRequest, request.body).address),
  },
];
