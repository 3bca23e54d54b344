import type { Core } from '@strapi/strapi';
import type { Topic, TopicsResponse } from 'shared';
import { textOrNull } from '#src/http/nullable';

interface Row {
  slug: string;
  name: string;
  description: string | null;
  posts: number | string;
}

const answerOf = ({ slug, name, description, posts }: Row): Topic => ({
  slug,
  name,
  description: textOrNull(description),
  // PostgreSQL counts in bigint, which its driver hands over as text.
  posts: Number(posts),
});

const topics = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The topics that published posts are about, by name, all in one page. */
  async list(): Promise<TopicsResponse> {
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
      .select<Row[]>('topics.slug', 'topics.name', 'topics.description', 'listed.posts');
    const data = rows.map(answerOf).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const total = data.length;
    return {
      data,
      meta: { pagination: { page: 1, pageSize: Math.max(1, total), pageCount: Math.min(1, total), total } },
    };
  },
});

export default topics;
