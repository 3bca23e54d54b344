import { sitePath } from 'shared';
import type { ContentUid } from '#src/documents/document-rules';

const longest = 180;

/** Letters that Unicode does not take apart into a letter and its mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
};

/**
 * What a title is called in an address: lower-case words joined by hyphens, as the contract's `slug` wants them.
 * Accents and apostrophes go ("don’t" is "dont"), a long title is cut after a word. Empty if no letter or digit is left.
 */
export const slugFrom = (title: string): string => {
  const plain = title
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı&]/gu, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.length <= longest
    ? plain
    : plain
        .slice(0, longest + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, longest);
};

/** The wanted slug, or the first of `wanted-2`, `wanted-3`, … that nobody has. */
export const freeSlug = (wanted: string, isTaken: (slug: string) => boolean): string => {
  let free = wanted;
  for (let n = 2; isTaken(free); n += 1) free = `${wanted}-${n}`;
  return free;
};

/** What has an address of its own on the site. */
export type Addressed = 'post' | 'topic' | 'page' | 'workshop';

const folders: Readonly<Record<Addressed, string>> = {
  post: '/blog/',
  topic: '/topics/',
  page: '/',
  workshop: '/workshops/',
};

/** Where readers find it, e.g. `/blog/self-kindness`. */
export const pathOf = (kind: Addressed, slug: string): string => folders[kind] + slug;

/** The slug in a path of that kind, or null if it is no such path. */
export const slugInPath = (kind: Addressed, path: string): string | null => {
  const slug = path.startsWith(folders[kind]) ? path.slice(folders[kind].length) : '';
  return slug === '' || slug.includes('/') ? null : slug;
};

/**
 * The old addresses that something keeps when it stands at `now` and stood at `before` until a moment ago (null: it was
 * not public). Each leads straight to where it is now, so there is no chain; its own present address is none of them,
 * so there is no loop.
 */
export const keptAddresses = (old: readonly string[], before: string | null, now: string): string[] => [
  ...new Set([...old, ...(before === null ? [] : [before])].filter((path) => path !== now)),
];

/**
 * A path of this site from what a person pastes: the whole old address or just its path, with or without the slash
 * at its end. Null if there is no path in it.
 */
export const pathFromTyped = (typed: string): string | null => {
  const withoutSite = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/s, '');
  const path = `/${withoutSite.replaceAll(/^\/+|\/+$/g, '')}`;
  return path !== '/' && sitePath.safeParse(path).success ? path : null;
};

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
