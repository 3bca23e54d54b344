import { booleanOf, jsonFunctions, jsonOf, type StoredBoolean, type StoredJson } from '#src/database/stored-values';
import { selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import type { StoredFile } from '#src/http/serialise';
import type { FullPostRow, PostPageRow, PostRow } from './serialise-post';

/*
 * A page that is not in the cache is what a reader waits for. Strapi's query engine builds nine statements for a post
 * and what belongs to it, and takes longer over them than the database does; these are written out. They join the
 * tables as Strapi makes them, on SQLite and PostgreSQL alike.
 */

/** The SQL of the picture in one place of a row: an object, or null. */
const pictureIn = (client: string, type: string, field: string, owner: string): string => {
  const columns = {
    hash: 'file.hash',
    url: 'file.url',
    width: 'file.width',
    height: 'file.height',
    alternativeText: 'file.alternative_text',
    caption: 'file.caption',
    focalPoint: 'file.focal_point',
    formats: 'file.formats',
  };
  return `(select ${jsonFunctions(client).objectOf(columns)}
    from files_related_mph place
    join files file on file.id = place.file_id
    where place.related_id = ${owner} and place.related_type = '${type}' and place.field = '${field}'
    limit 1)`;
};

/** The SQL of a post's topics in their order. */
const topicsOf = (client: string): string => {
  const { objectOf, listOf } = jsonFunctions(client);
  const topic = objectOf({ id: 'topic.id', slug: 'topic.slug', name: 'topic.name' });
  return `(select ${listOf(topic, 'about.topic_ord, about.id')}
    from posts_topics_lnk about
    join topics topic on topic.id = about.topic_id
    where about.post_id = p.id)`;
};

const listedColumns = (client: string): string => `
    p.id, p.document_id as "documentId", p.slug, p.title, p.summary, p.first_words as "firstWords", p.published,
    p.updated, p.reading_minutes as "readingMinutes", p.content_note as "contentNote",
    author.id as "authorId", author.slug as "authorSlug", author.name as "authorName",
    ${topicsOf(client)} as topics, ${pictureIn(client, 'api::post.post', 'cover', 'p.id')} as cover`;

const postsWithAuthor = `
  from posts p
  left join posts_author_lnk by_author on by_author.post_id = p.id
  left join authors author on author.id = by_author.author_id`;

const postStatement = (client: string): string => `
  select ${listedColumns(client)}, p.body, p.comments_open as "commentsOpen", p.invites_to_call as "invitesToCall",
    exists (select 1 from post_mentions mention where mention.post_id = p.document_id) as "mentionsWorkshops",
    author.role as "authorRole", author.bio as "authorBio",
    ${pictureIn(client, 'api::author.author', 'portrait', 'author.id')} as portrait,
    seo.id as "seoId", seo.title as "seoTitle", seo.description as "seoDescription", seo.noindex as "seoNoindex",
    ${pictureIn(client, 'search.seo', 'image', 'seo.id')} as "seoImage"
  ${postsWithAuthor}
  left join posts_cmps with_seo on with_seo.entity_id = p.id and with_seo.field = 'seo'
  left join components_search_seos seo on seo.id = with_seo.cmp_id
  where p.slug = ? and p.published_at is not null
  limit 1`;

const listStatement = (ids: readonly number[], columns: string): string => `
  select ${columns} ${postsWithAuthor}
  where p.id in (${ids.map(() => '?').join(', ')}) and p.published_at is not null`;

type StoredPicture = Omit<StoredFile, 'focalPoint' | 'formats'> & {
  focalPoint: StoredJson<NonNullable<StoredFile['focalPoint']>>;
  formats: StoredJson<NonNullable<StoredFile['formats']>>;
};

type Topics = PostPageRow['topics'];

type ListedColumns = Omit<PostRow, 'author' | 'topics' | 'cover'> & {
  authorId: number | null;
  authorSlug: string;
  authorName: string;
  topics: StoredJson<Topics>;
  cover: StoredJson<StoredPicture>;
};

type PageColumns = ListedColumns & {
  body: StoredJson<unknown>;
  commentsOpen: StoredBoolean | null;
  invitesToCall: StoredBoolean | null;
  mentionsWorkshops: StoredBoolean;
  authorRole: string | null;
  authorBio: StoredJson<unknown>;
  portrait: StoredJson<StoredPicture>;
  seoId: number | null;
  seoTitle: string | null;
  seoDescription: string | null;
  seoNoindex: StoredBoolean | null;
  seoImage: StoredJson<StoredPicture>;
};

const pictureOf = (stored: StoredJson<StoredPicture>): StoredFile | null => {
  const file = jsonOf(stored);
  return file && { ...file, focalPoint: jsonOf(file.focalPoint), formats: jsonOf(file.formats) };
};

const clientOf = ({ strapi }: UnitOfWork): string => strapi.db.dialect.client;

/** Returns the published post with that slug and what belongs to it, or null. */
export const readPostRow = async (uow: UnitOfWork, slug: string): Promise<PostPageRow | null> => {
  const [row] = await selectRaw<PageColumns>(uow, postStatement(clientOf(uow)), [slug]);
  if (row === undefined) return null;
  const { authorId, authorSlug, authorName, authorRole, authorBio, seoId, seoTitle, seoDescription, ...post } = row;
  return {
    ...post,
    body: jsonOf(post.body),
    commentsOpen: booleanOf(post.commentsOpen),
    invitesToCall: booleanOf(post.invitesToCall),
    mentionsWorkshops: Boolean(post.mentionsWorkshops),
    topics: jsonOf(post.topics) ?? [],
    cover: pictureOf(post.cover),
    author:
      authorId === null
        ? null
        : {
            slug: authorSlug,
            name: authorName,
            role: authorRole,
            bio: jsonOf(authorBio),
            portrait: pictureOf(post.portrait),
          },
    seo:
      seoId === null
        ? null
        : {
            title: seoTitle,
            description: seoDescription,
            image: pictureOf(post.seoImage),
            noindex: booleanOf(post.seoNoindex),
          },
  };
};

const listed = async <Row extends ListedColumns>(uow: UnitOfWork, columns: string, ids: readonly number[]) => {
  const rows = await selectRaw<Row>(uow, listStatement(ids, columns), ids);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [];
    return {
      ...row,
      topics: jsonOf<Topics>(row.topics) ?? [],
      author: row.authorId === null ? null : { slug: row.authorSlug, name: row.authorName },
      cover: pictureOf(row.cover),
    };
  });
};

/** Returns the published posts with these ids, at least one, in this order, as lists show them. */
export const readListedRows = (uow: UnitOfWork, ids: readonly number[]): Promise<PostRow[]> =>
  listed<ListedColumns>(uow, listedColumns(clientOf(uow)), ids);

/** The same with their bodies. */
export const readFullRows = async (uow: UnitOfWork, ids: readonly number[]): Promise<FullPostRow[]> => {
  const columns = `${listedColumns(clientOf(uow))}, p.body`;
  const rows = await listed<ListedColumns & { body: StoredJson<unknown> }>(uow, columns, ids);
  return rows.map((row) => ({ ...row, body: jsonOf(row.body) }));
};
