import type { Core } from '@strapi/strapi';

const dayInMs = 86_400_000;
const start = Date.parse('2020-01-01T08:00:00.000Z');

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

interface Ids {
  topics: number[];
  author: number;
}

const insert = async (strapi: Core.Strapi, table: string, rows: object[]): Promise<void> => {
  await strapi.db.connection.batchInsert<object>(table, rows, 50);
};

const makeNames = async (strapi: Core.Strapi, topicCount: number): Promise<Ids> => {
  const topics: number[] = [];
  for (let n = 1; n <= topicCount; n += 1) {
    const { id } = await strapi.documents('api::topic.topic').create({ data: { name: `Topic ${n}` } });
    topics.push(Number(id));
  }
  const { id } = await strapi.documents('api::author.author').create({ data: { name: 'Tamsin' } });
  return { topics, author: Number(id) };
};

/**
 * Fills an empty database with `count` published posts (each with its draft, two topics and an author), straight into
 * the tables: by the document service 10,000 would take an hour. Newest is `post-<count>`.
 */
export const insertManyPosts = async (strapi: Core.Strapi, count: number, topicCount = 20): Promise<void> => {
  const { topics, author } = await makeNames(strapi, topicCount);
  const sqlite = strapi.db.dialect.client === 'sqlite';
  const instant = (ms: number): number | Date => (sqlite ? ms : new Date(ms));
  const body = JSON.stringify([paragraph('Be kind to yourself. '.repeat(40)), paragraph('Rest a while. '.repeat(120))]);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const rows = numbers.flatMap((n) => {
    const when = instant(start + (n * dayInMs) / 8);
    const post = {
      document_id: `many${n}`.padEnd(24, 'x'),
      title: `Post ${n}`,
      slug: `post-${n}`,
      body,
      first_words: 'Be kind to yourself.',
      reading_minutes: 3,
      published: when,
      created_at: when,
      updated_at: when,
      comments_open: true,
      invites_to_call: true,
    };
    return [
      { id: 2 * n - 1, ...post, published_at: null },
      { id: 2 * n, ...post, published_at: when },
    ];
  });
  await insert(strapi, 'posts', rows);
  const topicOf = (id: number, step: number): number => topics[(Math.ceil(id / 2) * step + step) % topics.length] ?? 0;
  const ids = rows.map(({ id }) => id);
  await insert(
    strapi,
    'posts_topics_lnk',
    ids.flatMap((post_id) => {
      const pair = new Set([topicOf(post_id, 1), topicOf(post_id, 2)]);
      return [...pair].map((topic_id, index) => ({ post_id, topic_id, topic_ord: index + 1, post_ord: post_id }));
    }),
  );
  await insert(
    strapi,
    'posts_author_lnk',
    ids.map((post_id) => ({ post_id, author_id: author, post_ord: post_id })),
  );
  if (!sqlite) await strapi.db.connection.raw("select setval(pg_get_serial_sequence('posts', 'id'), ?)", [2 * count]);
};
