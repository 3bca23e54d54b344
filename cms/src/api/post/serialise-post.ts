import type { Author, FullPost, Post, PostLink, PostSummary, TopicName, WorkshopMention } from 'shared';
import { mentionOf, type WorkshopWithSeats } from '#src/api/workshop/serialise-workshop';
import { instantOf, textOrNull } from '#src/http/nullable';
import { pictureOf } from '#src/http/picture';
import { seoOf } from '#src/http/seo';
import { blocksOf, type Files } from '#src/http/serialise-blocks';
import { updatedForReaders } from './domain/dates';
import type { FullPostRow, Name, PostPageRow, PostRow } from './post-rows';

const nameOf = ({ slug, name }: Name): TopicName => ({ slug, name });

export const summaryOf = (row: PostRow): PostSummary => {
  const published = instantOf(row.published);
  return {
    slug: row.slug,
    title: row.title,
    summary: textOrNull(row.summary) ?? row.firstWords ?? '',
    published,
    updated: updatedForReaders(published, row.updated === null ? null : instantOf(row.updated)),
    readingMinutes: row.readingMinutes ?? 1,
    contentNote: textOrNull(row.contentNote),
    author: row.author && nameOf(row.author),
    topics: row.topics.map(nameOf),
    cover: pictureOf(row.cover),
  };
};

export const fullPostOf = (row: FullPostRow, files: Files): FullPost => ({
  ...summaryOf(row),
  body: blocksOf(row.body, files),
});

const authorOf = (author: NonNullable<PostPageRow['author']>, files: Files): Author => ({
  ...nameOf(author),
  role: textOrNull(author.role),
  bio: blocksOf(author.bio, files),
  portrait: pictureOf(author.portrait),
});

interface Around {
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  workshops: WorkshopMention[];
}

/** In the order in which they begin; the page says which of them have been. */
export const mentionsOf = (workshops: readonly WorkshopWithSeats[]): WorkshopMention[] =>
  workshops
    .map(mentionOf)
    .sort((one, other) => (one.sessions[0]?.starts ?? '').localeCompare(other.sessions[0]?.starts ?? ''));

export const postOf = (row: PostPageRow, files: Files, around: Around): Post => ({
  ...fullPostOf(row, files),
  author: row.author && authorOf(row.author, files),
  commentsOpen: row.commentsOpen ?? true,
  invitesToCall: row.invitesToCall ?? true,
  seo: seoOf(row.seo),
  ...around,
});
