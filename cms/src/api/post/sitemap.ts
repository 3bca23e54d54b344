import type { Core } from '@strapi/strapi';
import type { SitemapResponse } from 'shared';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';

interface Row {
  slug: string;
  changed: Date | string | number;
}
type SitemapEntry = SitemapResponse['data']['posts'][number];

/** @see https://www.sitemaps.org/protocol.html, which allows no more in one file */
const maxEntries = 50_000;

const entryOf = ({ slug, changed }: Row): SitemapEntry => ({ slug, changed: instantOf(changed) });

/** When what readers see last changed. Publishing makes a new row; a post says itself when its text changed. */
const lastChanges = {
  posts: 'coalesce(owner.updated, owner.published, owner.published_at)',
  pages: 'owner.published_at',
  workshops: 'owner.published_at',
} as const;

/** Leaves out what is kept from search engines. */
const listed = async (uow: UnitOfWork, table: keyof typeof lastChanges): Promise<SitemapEntry[]> => {
  const rows = await uow.strapi.db
    .getConnection(`${table} as owner`)
    .transacting(uow.trx)
    .leftJoin(
      `${table}_cmps as link`,
      (on) => void on.on('link.entity_id', 'owner.id').andOnVal('link.component_type', 'search.seo'),
    )
    .leftJoin('components_search_seos as seo', 'seo.id', 'link.cmp_id')
    .whereNotNull('owner.published_at')
    .andWhere((kept) => void kept.whereNull('seo.noindex').orWhere('seo.noindex', false))
    .orderBy('owner.published_at', 'desc')
    .limit(maxEntries)
    .select<Row[]>('owner.slug', uow.trx.raw(`${lastChanges[table]} as changed`));
  return rows.map(entryOf);
};

/** Leaves out topics without posts; a topic's page changes with the newest of them. */
const topics = async (uow: UnitOfWork): Promise<SitemapEntry[]> => {
  const newest = uow.strapi.db
    .getConnection('post_index')
    .where('kind', 'topic')
    .groupBy('owner_id')
    .select('owner_id')
    .max('published as changed');
  const rows = await uow.strapi.db
    .getConnection('topics')
    .transacting(uow.trx)
    .join(newest.as('listed'), 'listed.owner_id', 'topics.id')
    .orderBy('topics.slug')
    .limit(maxEntries)
    .select<Row[]>('topics.slug', 'listed.changed');
  return rows.map(entryOf);
};

/** Returns every address that search engines may list. */
export const findSitemap = (strapi: Core.Strapi): Promise<SitemapResponse['data']> =>
  consistentRead(strapi, async (uow) => ({
    posts: await listed(uow, 'posts'),
    topics: await topics(uow),
    pages: await listed(uow, 'pages'),
    workshops: await listed(uow, 'workshops'),
  }));
