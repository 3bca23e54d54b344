import type { Core } from '@strapi/strapi';
import type { AddressesResponse } from 'shared';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/nullable';

interface Row {
  slug: string;
  changed: Date | string | number;
}
type Address = AddressesResponse['data']['posts'][number];

/** sitemaps.org allows no more in one file. */
const most = 50_000;

const addressOf = ({ slug, changed }: Row): Address => ({ slug, changed: instantOf(changed) });

const addresses = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Published and not kept from search engines. Publishing makes a new row, so its `published_at` is when it last changed. */
  const listed = async (uow: UnitOfWork, table: 'posts' | 'pages' | 'workshops'): Promise<Address[]> => {
    const rows = await strapi.db
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
      .limit(most)
      .select<Row[]>('owner.slug', 'owner.published_at as changed');
    return rows.map(addressOf);
  };

  /** Topics with posts; a topic's page changes with the newest of them. */
  const topics = async (uow: UnitOfWork): Promise<Address[]> => {
    const newest = strapi.db
      .getConnection('post_shelf')
      .where('kind', 'topic')
      .groupBy('owner_id')
      .select('owner_id')
      .max('published as changed');
    const rows = await strapi.db
      .getConnection('topics')
      .transacting(uow.trx)
      .join(newest.as('shelf'), 'shelf.owner_id', 'topics.id')
      .orderBy('topics.slug')
      .limit(most)
      .select<Row[]>('topics.slug', 'shelf.changed');
    return rows.map(addressOf);
  };

  return {
    /** Every address that search engines may list. */
    all: (): Promise<AddressesResponse['data']> =>
      consistentRead(strapi, async (uow) => ({
        posts: await listed(uow, 'posts'),
        topics: await topics(uow),
        pages: await listed(uow, 'pages'),
        workshops: await listed(uow, 'workshops'),
      })),
  };
};

export default addresses;
