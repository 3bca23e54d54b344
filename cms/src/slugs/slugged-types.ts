import type { ContentUid } from '#src/documents/change';
import type { Addressed } from './redirects';

export type SluggedUid = Exclude<ContentUid, 'api::practice.practice'>;
export type AddressedUid = Exclude<SluggedUid, 'api::author.author'>;

const kinds: Readonly<Record<AddressedUid, Addressed>> = {
  'api::post.post': 'post',
  'api::topic.topic': 'topic',
  'api::page.page': 'page',
  'api::workshop.workshop': 'workshop',
};

/** What of the content has an address on the site; an author has a slug to ask for, but no page. */
export const isAddressed = (uid: ContentUid): uid is AddressedUid => uid in kinds;
export const kindOf = (uid: AddressedUid): Addressed => kinds[uid];

/** The field that a slug is made from, and the slug for a title without a single letter of the alphabet. */
export const slugSources: Readonly<Record<SluggedUid, { field: 'title' | 'name'; fallback: string }>> = {
  'api::post.post': { field: 'title', fallback: 'post' },
  'api::page.page': { field: 'title', fallback: 'page' },
  'api::workshop.workshop': { field: 'title', fallback: 'workshop' },
  'api::topic.topic': { field: 'name', fallback: 'topic' },
  'api::author.author': { field: 'name', fallback: 'author' },
};
export const hasSlug = (uid: ContentUid): uid is SluggedUid => uid in slugSources;
