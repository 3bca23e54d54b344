import type { Core } from '@strapi/strapi';
import type { Page, Topic, TopicsResponse } from 'shared';
import { consistentRead } from '#src/database/unit-of-work';
import { blocksOf, instantOf, seoFields, seoOf, sourcesOf, type StoredSeo } from '#src/http/serialise';
import { textOrNull } from '#src/text/text-or-null';

interface PageRow {
  slug: string;
  title: string;
  lead: string | null;
  body: unknown;
  invitesToCall: boolean | null;
  /** Null on pages that were saved before they had the setting. */
  showsFees: boolean | null;
  publishedAt: string;
  seo: StoredSeo | null;
}

/** Returns the published page with that slug, or null. `changed` is when it was last published. */
export const findPage = (strapi: Core.Strapi, slug: string): Promise<Page | null> =>
  consistentRead(strapi, async () => {
    const row = (await strapi.db.query('api::page.page').findOne({
      select: ['id', 'slug', 'title', 'lead', 'body', 'invitesToCall', 'showsFees', 'publishedAt'],
      where: { slug, publishedAt: { $notNull: true } },
      populate: { seo: seoFields },
    })) as PageRow | null;
    if (row === null) return null;
    return {
      slug: row.slug,
      title: row.title,
      lead: textOrNull(row.lead),
      body: blocksOf(row.body, await sourcesOf(strapi, row.body)),
      invitesToCall: row.invitesToCall ?? true,
      showsFees: row.showsFees ?? row.slug === 'fees',
      changed: instantOf(row.publishedAt),
      seo: seoOf(row.seo),
    };
  });

interface TopicRow {
  slug: string;
  name: string;
  description: string | null;
  posts: number | string;
}

const topicOf = ({ slug, name, description, posts }: TopicRow): Topic => ({
  slug,
  name,
  description: textOrNull(description),
  // PostgreSQL counts in bigint, which its driver hands over as text.
  posts: Number(posts),
});

/** Returns the topics of published posts by name, all in one page. */
export async function findTopics(strapi: Core.Strapi): Promise<TopicsResponse> {
  // Counted before it is joined: along the index's own order, so nothing is sorted.
  const counted = strapi.db
    .getConnection('post_index')
    .where('kind', 'topic')
    .groupBy('owner_id')
    .select('owner_id')
    .count('* as posts');
  const rows = await strapi.db
    .getConnection('topics')
    .join(counted.as('listed'), 'listed.owner_id', 'topics.id')
    .select<TopicRow[]>('topics.slug', 'topics.name', 'topics.description', 'listed.posts');
  const data = rows.map(topicOf).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const total = data.length;
  return {
    data,
    meta: { pagination: { page: 1, pageSize: Math.max(1, total), pageCount: Math.min(1, total), total } },
  };
}
