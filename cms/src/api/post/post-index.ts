import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';

/**
 * `post_index` is a narrow copy of which published posts a topic or an author has, in the order of their dates.
 * Strapi's join tables contain neither the date nor whether a post is public, and the rows of posts are wide: without
 * this table, counting one topic among 10,000 posts took a hundred times as long. Triggers keep it up to date,
 * whichever code links, publishes or deletes.
 */
const indexedLinks = [
  { kind: 'topic', links: 'posts_topics_lnk', owner: 'topic_id' },
  { kind: 'author', links: 'posts_author_lnk', owner: 'author_id' },
] as const;
type IndexedLink = (typeof indexedLinks)[number];

const columns = 'post_index (kind, owner_id, published, document_id, post_id)';

const put = ({ kind, owner }: IndexedLink): string => `insert into ${columns}
  select '${kind}', new.${owner}, coalesce(published, published_at), document_id, id from posts
  where id = new.post_id and published_at is not null on conflict do nothing`;

const take = ({ kind, owner }: IndexedLink): string =>
  `delete from post_index where kind = '${kind}' and owner_id = old.${owner} and post_id = old.post_id`;

const redate = 'update post_index set published = coalesce(new.published, new.published_at) where post_id = new.id';

const onSqlite = (link: IndexedLink): string[] =>
  [
    { event: 'insert', does: [put(link)] },
    { event: 'delete', does: [take(link)] },
    { event: 'update', does: [take(link), put(link)] },
  ].flatMap(({ event, does }) => {
    const name = `post_index_${link.kind}_${event}`;
    return [
      `drop trigger if exists ${name}`,
      `create trigger ${name} after ${event} on ${link.links} begin ${does.join('; ')}; end`,
    ];
  });

const onPostgres = (link: IndexedLink): string[] => {
  const name = `post_index_${link.kind}`;
  return [
    `create or replace function ${name}() returns trigger as $$ begin
       if tg_op <> 'INSERT' then ${take(link)}; end if;
       if tg_op <> 'DELETE' then ${put(link)}; end if;
       return null; end $$ language plpgsql`,
    `drop trigger if exists ${name} on ${link.links}`,
    `create trigger ${name} after insert or update or delete on ${link.links} for each row execute function ${name}()`,
  ];
};

const redateOnSqlite = [
  'drop trigger if exists post_index_date',
  `create trigger post_index_date after update of published on posts begin ${redate}; end`,
];
const redateOnPostgres = [
  `create or replace function post_index_date() returns trigger as $$ begin ${redate}; return null; end $$ language plpgsql`,
  'drop trigger if exists post_index_date on posts',
  'create trigger post_index_date after update of published on posts for each row execute function post_index_date()',
];

const fill = ({ kind, links, owner }: IndexedLink): string => `insert into ${columns}
  select '${kind}', links.${owner}, coalesce(posts.published, posts.published_at), posts.document_id, posts.id
  from ${links} as links join posts on posts.id = links.post_id
  where posts.published_at is not null and links.${owner} is not null on conflict do nothing`;

/**
 * Creates the table and its triggers and fills it again, because a restored backup or a change by hand may have
 * bypassed them.
 */
export const createPostIndex = async (strapi: Core.Strapi): Promise<void> => {
  const postgres = strapi.db.dialect.client === 'postgres';
  await inTransaction(strapi, async (uow) => {
    const statements = [
      `create table if not exists post_index (kind varchar(10) not null, owner_id integer not null, published ${postgres ? 'timestamp' : 'datetime'} not null,
         document_id varchar(255) not null, post_id integer not null, primary key (kind, owner_id, published, document_id))`,
      'create index if not exists post_index_post_ix on post_index (post_id)',
      ...indexedLinks.flatMap(postgres ? onPostgres : onSqlite),
      ...(postgres ? redateOnPostgres : redateOnSqlite),
      'delete from post_index',
      ...indexedLinks.map(fill),
    ];
    for (const statement of statements) await uow.trx.raw(statement);
  });
};
