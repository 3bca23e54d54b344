import { booleanOf, jsonOf, type StoredBoolean, type StoredJson } from '#src/database/stored-values';
import { selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import type { StoredFile } from '#src/http/serialise';
import type { FullPostRow, PostPageRow, PostRow } from './serialise-post';

/*
 * A page that is not in the cache is what a reader waits for. Strapi's query engine builds nine statements for a post
 * and what belongs to it, and takes longer over them than the database does; these are written out. They join the
 * tables as Strapi makes them, on SQLite and PostgreSQL alike.
 */

const listedColumns = `
    p.id, p.document_id as "documentId", p.slug, p.title, p.summary, p.first_words as "firstWords", p.published,
    p.updated, p.reading_minutes as "readingMinutes", p.content_note as "contentNote",
    author.id as "authorId", author.slug as "authorSlug", author.name as "authorName"`;

const postsWithAuthor = `
  from posts p
  left join posts_author_lnk by_author on by_author.post_id = p.id
  left join authors author on author.id = by_author.author_id`;

const postStatement = `
  select ${listedColumns}, p.body, p.comments_open as "commentsOpen", p.invites_to_call as "invitesToCall",
    author.role as "authorRole", author.bio as "authorBio",
    seo.id as "seoId", seo.title as "seoTitle", seo.description as "seoDescription", seo.noindex as "seoNoindex"
  ${postsWithAuthor}
  left join posts_cmps with_seo on with_seo.entity_id = p.id and with_seo.field = 'seo'
  left join components_search_seos seo on seo.id = with_seo.cmp_id
  where p.slug = ? and p.published_at is not null
  limit 1`;

/** As many placeholders as there are ids. */
const marksFor = (ids: readonly number[]): string => ids.map(() => '?').join(', ');

const listStatement = (ids: readonly number[], columns: string): string => `
  select ${columns} ${postsWithAuthor}
  where p.id in (${marksFor(ids)}) and p.published_at is not null`;

const topicsStatement = (ids: readonly number[]): string => `
  select about.post_id as "postId", topic.id, topic.slug, topic.name
  from posts_topics_lnk about
  join topics topic on topic.id = about.topic_id
  where about.post_id in (${marksFor(ids)})
  order by about.topic_ord, about.id`;

const picturesOf = (places: string): string => `
  select place.field, place.related_id as "ownerId", file.hash, file.url, file.width, file.height,
    file.alternative_text as "alternativeText", file.caption, file.focal_point as "focalPoint", file.formats
  from files_related_mph place
  join files file on file.id = place.file_id
  where ${places}`;

const coversStatement = (ids: readonly number[]): string =>
  picturesOf(`place.related_id in (${marksFor(ids)}) and place.related_type = 'api::post.post' and place.field = 'cover'`);

const picturesStatement = picturesOf(`
    place.related_id = ? and place.related_type = 'api::post.post' and place.field = 'cover'
    or place.related_id = ? and place.related_type = 'api::author.author' and place.field = 'portrait'
    or place.related_id = ? and place.related_type = 'search.seo' and place.field = 'image'`);

type ListedColumns = Omit<PostRow, 'author' | 'topics' | 'cover'> & {
  authorId: number | null;
  authorSlug: string;
  authorName: string;
};

type PageColumns = ListedColumns & {
  body: StoredJson<unknown>;
  commentsOpen: StoredBoolean | null;
  invitesToCall: StoredBoolean | null;
  authorRole: string | null;
  authorBio: StoredJson<unknown>;
  seoId: number | null;
  seoTitle: string | null;
  seoDescription: string | null;
  seoNoindex: StoredBoolean | null;
};

type TopicColumns = PostPageRow['topics'][number] & { postId: number };

type PictureColumns = Omit<StoredFile, 'focalPoint' | 'formats'> & {
  field: 'cover' | 'portrait' | 'image';
  ownerId: number;
  focalPoint: StoredJson<NonNullable<StoredFile['focalPoint']>>;
  formats: StoredJson<NonNullable<StoredFile['formats']>>;
};

const fileOf = ({ focalPoint, formats, ...file }: PictureColumns): StoredFile => ({
  ...file,
  focalPoint: jsonOf(focalPoint),
  formats: jsonOf(formats),
});

/** An id that no row has, where there is nothing to look for. */
const none = 0;

/** Returns the published post with that slug and what belongs to it, or null. */
export const readPostRow = async (uow: UnitOfWork, slug: string): Promise<PostPageRow | null> => {
  const [row] = await selectRaw<PageColumns>(uow, postStatement, [slug]);
  if (row === undefined) return null;
  const topics = await selectRaw<TopicColumns>(uow, topicsStatement([row.id]), [row.id]);
  const { authorId, authorSlug, authorName, authorRole, authorBio, seoId, seoTitle, seoDescription, ...post } = row;
  const owners = [post.id, authorId ?? none, seoId ?? none];
  const pictures = await selectRaw<PictureColumns>(uow, picturesStatement, owners);
  const pictureIn = (field: PictureColumns['field']): StoredFile | null => {
    const found = pictures.find((picture) => picture.field === field);
    return found === undefined ? null : fileOf(found);
  };
  return {
    ...post,
    body: jsonOf(post.body),
    commentsOpen: booleanOf(post.commentsOpen),
    invitesToCall: booleanOf(post.invitesToCall),
    topics,
    cover: pictureIn('cover'),
    author:
      authorId === null
        ? null
        : {
            slug: authorSlug,
            name: authorName,
            role: authorRole,
            bio: jsonOf(authorBio),
            portrait: pictureIn('portrait'),
          },
    seo:
      seoId === null
        ? null
        : {
            title: seoTitle,
            description: seoDescription,
            image: pictureIn('image'),
            noindex: booleanOf(post.seoNoindex),
          },
  };
};

const listed = async <Row extends ListedColumns>(uow: UnitOfWork, columns: string, ids: readonly number[]) => {
  const rows = await selectRaw<Row>(uow, listStatement(ids, columns), ids);
  const topics = await selectRaw<TopicColumns>(uow, topicsStatement(ids), ids);
  const covers = await selectRaw<PictureColumns>(uow, coversStatement(ids), ids);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [];
    const cover = covers.find(({ ownerId }) => ownerId === id);
    return {
      ...row,
      topics: topics.filter(({ postId }) => postId === id),
      author: row.authorId === null ? null : { slug: row.authorSlug, name: row.authorName },
      cover: cover === undefined ? null : fileOf(cover),
    };
  });
};

/** Returns the published posts with these ids, at least one, in this order, as lists show them. */
export const readListedRows = (uow: UnitOfWork, ids: readonly number[]): Promise<PostRow[]> =>
  listed<ListedColumns>(uow, listedColumns, ids);

/** The same with their bodies. */
export const readFullRows = async (uow: UnitOfWork, ids: readonly number[]): Promise<FullPostRow[]> => {
  const rows = await listed<ListedColumns & { body: StoredJson<unknown> }>(uow, `${listedColumns}, p.body`, ids);
  return rows.map((row) => ({ ...row, body: jsonOf(row.body) }));
};
