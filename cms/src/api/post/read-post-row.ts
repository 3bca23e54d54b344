import { booleanOf, jsonOf, type StoredBoolean, type StoredJson } from '#src/database/stored-values';
import { selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import type { StoredFile } from '#src/http/serialise';
import type { PostPageRow } from './serialise-post';

/*
 * A page that is not in the cache is what a reader waits for. Strapi's query engine builds nine statements for a post
 * and what belongs to it, and takes longer over them than the database does; these three are written out. They join the
 * tables as Strapi makes them, on SQLite and PostgreSQL alike.
 */

const postStatement = `
  select p.id, p.document_id as "documentId", p.slug, p.title, p.summary, p.first_words as "firstWords", p.published,
    p.updated, p.reading_minutes as "readingMinutes", p.content_note as "contentNote", p.body,
    p.comments_open as "commentsOpen", p.invites_to_call as "invitesToCall",
    author.id as "authorId", author.slug as "authorSlug", author.name as "authorName", author.role as "authorRole",
    author.bio as "authorBio",
    seo.id as "seoId", seo.title as "seoTitle", seo.description as "seoDescription", seo.noindex as "seoNoindex"
  from posts p
  left join posts_author_lnk by_author on by_author.post_id = p.id
  left join authors author on author.id = by_author.author_id
  left join posts_cmps with_seo on with_seo.entity_id = p.id and with_seo.field = 'seo'
  left join components_search_seos seo on seo.id = with_seo.cmp_id
  where p.slug = ? and p.published_at is not null
  limit 1`;

const topicsStatement = `
  select topic.id, topic.slug, topic.name
  from posts_topics_lnk about
  join topics topic on topic.id = about.topic_id
  where about.post_id = ?
  order by about.topic_ord, about.id`;

const picturesStatement = `
  select place.field, file.hash, file.url, file.width, file.height, file.alternative_text as "alternativeText",
    file.caption, file.focal_point as "focalPoint", file.formats
  from files_related_mph place
  join files file on file.id = place.file_id
  where place.related_id = ? and place.related_type = 'api::post.post' and place.field = 'cover'
    or place.related_id = ? and place.related_type = 'api::author.author' and place.field = 'portrait'
    or place.related_id = ? and place.related_type = 'search.seo' and place.field = 'image'`;

type Columns = Omit<PostPageRow, 'author' | 'topics' | 'cover' | 'seo' | 'body' | 'commentsOpen' | 'invitesToCall'> & {
  body: StoredJson<unknown>;
  commentsOpen: StoredBoolean | null;
  invitesToCall: StoredBoolean | null;
  authorId: number | null;
  authorSlug: string;
  authorName: string;
  authorRole: string | null;
  authorBio: StoredJson<unknown>;
  seoId: number | null;
  seoTitle: string | null;
  seoDescription: string | null;
  seoNoindex: StoredBoolean | null;
};

type PictureColumns = Omit<StoredFile, 'focalPoint' | 'formats'> & {
  field: 'cover' | 'portrait' | 'image';
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
  const [row] = await selectRaw<Columns>(uow, postStatement, [slug]);
  if (row === undefined) return null;
  const topics = await selectRaw<PostPageRow['topics'][number]>(uow, topicsStatement, [row.id]);
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
