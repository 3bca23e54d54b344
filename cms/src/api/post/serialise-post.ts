import type { Author, FullPost, Post, PostLink, PostSummary, TopicName, WorkshopMention } from 'shared';
import { mentionOf, type WorkshopWithSeats } from '#src/api/workshop/feature';
import type { StoredInstant } from '#src/database/stored-values';
import {
  blocksOf,
  instantOf,
  pictureOf,
  seoOf,
  type StoredFile,
  type StoredSeo,
  type TextSources,
} from '#src/http/serialise';
import { textOrNull } from '#src/text/text-or-null';
import { updatedForReaders } from './domain/publishing';

interface Name {
  slug: string;
  name: string;
}

/** An instant as Strapi's queries return it, or the database. */
type StoredDate = string | StoredInstant;

/** A published post as a list needs it. */
export interface PostRow {
  id: number;
  documentId: string;
  slug: string;
  title: string;
  summary: string | null;
  firstWords: string | null;
  published: StoredDate;
  updated: StoredDate | null;
  readingMinutes: number | null;
  contentNote: string | null;
  author: Name | null;
  topics: Name[];
  cover: StoredFile | null;
}

export interface FullPostRow extends PostRow {
  body: unknown;
}

/** A published post as its own page needs it. */
export interface PostPageRow extends FullPostRow {
  commentsOpen: boolean | null;
  invitesToCall: boolean | null;
  mentionsWorkshops: boolean;
  author: (Name & { role: string | null; bio: unknown; portrait: StoredFile | null }) | null;
  topics: (Name & { id: number })[];
  seo: StoredSeo | null;
}

const nameOf = ({ slug, name }: Name): TopicName => ({ slug, name });

/** @param timeZone the practice's */
export const summaryOf = (row: PostRow, timeZone: string): PostSummary => {
  const published = instantOf(row.published);
  return {
    id: row.documentId,
    slug: row.slug,
    title: row.title,
    summary: textOrNull(row.summary) ?? row.firstWords ?? '',
    published,
    updated: updatedForReaders(published, row.updated === null ? null : instantOf(row.updated), timeZone),
    readingMinutes: row.readingMinutes ?? 1,
    contentNote: textOrNull(row.contentNote),
    author: row.author && nameOf(row.author),
    topics: row.topics.map(nameOf),
    cover: pictureOf(row.cover),
  };
};

export const fullPostOf = (row: FullPostRow, sources: TextSources, timeZone: string): FullPost => ({
  ...summaryOf(row, timeZone),
  body: blocksOf(row.body, sources),
});

const authorOf = (author: NonNullable<PostPageRow['author']>, sources: TextSources): Author => ({
  ...nameOf(author),
  role: textOrNull(author.role),
  bio: blocksOf(author.bio, sources),
  portrait: pictureOf(author.portrait),
});

interface Surroundings {
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  workshops: WorkshopMention[];
}

/** Returns workshops in the order in which they begin; the page says which of them have taken place. */
export const mentionsOf = (workshops: readonly WorkshopWithSeats[]): WorkshopMention[] =>
  workshops
    .map(mentionOf)
    .sort((one, other) => (one.sessions[0]?.starts ?? '').localeCompare(other.sessions[0]?.starts ?? ''));

export const postOf = (row: PostPageRow, sources: TextSources, timeZone: string, surroundings: Surroundings): Post => ({
  ...fullPostOf(row, sources, timeZone),
  author: row.author && authorOf(row.author, sources),
  commentsOpen: row.commentsOpen ?? true,
  invitesToCall: row.invitesToCall ?? true,
  seo: seoOf(row.seo),
  ...surroundings,
});
