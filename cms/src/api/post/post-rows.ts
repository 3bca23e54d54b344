import { inList as workshopFields, type WorkshopRow } from '#src/api/workshop/workshop-rows';
import { pictureFields, type StoredFile } from '#src/http/picture';
import { seoFields, type StoredSeo } from '#src/http/seo';

export interface Name {
  slug: string;
  name: string;
}

/** A published post as a list needs it. */
export interface PostRow {
  id: number;
  documentId: string;
  slug: string;
  title: string;
  summary: string | null;
  firstWords: string | null;
  published: string;
  updated: string | null;
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
  author: (Name & { role: string | null; bio: unknown; portrait: StoredFile | null }) | null;
  topics: (Name & { id: number })[];
  seo: StoredSeo | null;
  workshops: WorkshopRow[];
}

const summaryFields = [
  'id',
  'documentId',
  'slug',
  'title',
  'summary',
  'firstWords',
  'published',
  'updated',
  'readingMinutes',
  'contentNote',
];
const nameFields = { select: ['id', 'slug', 'name'] };
const pictureField = { select: pictureFields };

export const inList = {
  select: summaryFields,
  populate: { author: nameFields, topics: nameFields, cover: pictureField },
};

export const inFullList = { ...inList, select: [...summaryFields, 'body'] };

export const onPage = {
  select: [...summaryFields, 'body', 'commentsOpen', 'invitesToCall'],
  populate: {
    author: { select: [...nameFields.select, 'role', 'bio'], populate: { portrait: pictureField } },
    topics: nameFields,
    cover: pictureField,
    seo: seoFields,
    workshops: { ...workshopFields, where: { publishedAt: { $notNull: true } } },
  },
};
