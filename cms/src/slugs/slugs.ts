import slugify from '@sindresorhus/slugify';
import anyAscii from 'any-ascii';
import { sitePath } from 'shared';
import type { ContentUid } from '#src/documents/document-rules';

const maxLength = 180;

/** Apostrophes join what they stand between: “don’t” becomes `dont`, not `don-t`. */
const apostrophes = ["'", '‘', '’', '`', '´'].map((apostrophe): [string, string] => [apostrophe, '']);

/** Letters and digits of the alphabets that the library for slugs leaves out. */
const otherAlphabets = new RegExp(
  `[^\\p{ASCII}${['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Armenian', 'Georgian', 'Common', 'Inherited']
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]`,
  'gu',
);

/** Returns a letter in Latin ones; a Chinese one is a syllable, and a word of its own. */
const romanised = (letter: string): string =>
  /\p{Script=Han}/u.test(letter) ? ` ${anyAscii(letter)} ` : anyAscii(letter);

/**
 * Returns a slug for a title: lower-case words in Latin letters joined by hyphens, cut after a whole word. All other
 * alphabets are transliterated, Japanese characters as Chinese ones. Empty if no letter or digit is left.
 * @see https://github.com/sindresorhus/slugify and https://github.com/anyascii/anyascii
 */
export const slugFrom = (title: string): string => {
  // Compatibility characters (½, ﬁ, full-width letters) become ordinary ones first, which the library leaves out.
  const letters = title.normalize('NFKC').replaceAll('ー', '').replace(otherAlphabets, romanised);
  const slug = slugify(letters, { decamelize: false, customReplacements: apostrophes });
  return slug.length <= maxLength
    ? slug
    : slug
        .slice(0, maxLength + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, maxLength);
};

/** Returns the wanted slug, or the first of `wanted-2`, `wanted-3`, … that is free. */
export const freeSlug = (wanted: string, isTaken: (slug: string) => boolean): string => {
  let free = wanted;
  for (let n = 2; isTaken(free); n += 1) free = `${wanted}-${n}`;
  return free;
};

/** The kinds of content that have an address of their own on the site. */
export type PageKind = 'post' | 'topic' | 'page' | 'workshop';

const folders: Readonly<Record<PageKind, string>> = {
  post: '/blog/',
  topic: '/topics/',
  page: '/',
  workshop: '/workshops/',
};

/** Returns the path on the site, e.g. `/blog/self-kindness`. */
export const pathOf = (kind: PageKind, slug: string): string => folders[kind] + slug;

/** Returns the slug in a path of that kind, or null if the path is of another kind. */
export const slugInPath = (kind: PageKind, path: string): string | null => {
  const slug = path.startsWith(folders[kind]) ? path.slice(folders[kind].length) : '';
  return slug === '' || slug.includes('/') ? null : slug;
};

/** What the site shows below pages: their forms, feeds, calendars, and single comments. */
const belowPages: readonly RegExp[] = [
  /^(\/blog\/[^/]+)\/(?:comment|comments\.xml|comments\/.+)$/,
  /^(\/topics\/[^/]+)\/feed\.xml$/,
  /^(\/workshops\/[^/]+)\/(?:register|calendar\.ics)$/,
];

/** Returns the path of the page that something of it is below; any other path as it is. */
export const pageAbove = (path: string): string =>
  belowPages.map((below) => below.exec(path)?.[1]).find((page) => page !== undefined) ?? path;

/**
 * Returns the paths that redirect to a document that moves to `now`. Each redirects straight to the present path, so
 * there are no chains; the present path is left out, so there is no loop.
 *
 * @param old the paths that redirect to it already
 * @param before the path at which it was public until now, or null
 */
export const redirectingPaths = (old: readonly string[], before: string | null, now: string): string[] => [
  ...new Set([...old, ...(before === null ? [] : [before])].filter((path) => path !== now)),
];

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const withoutSite = (typed: string): string =>
  typed
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/s, '');

/** Returns whether a pasted address is that of a home page. */
export const isHomePage = (typed: string): boolean => typed.trim() !== '' && /^\/*$/.test(withoutSite(typed));

/**
 * Returns the same path for all spellings of one, as redirects are stored and looked up: decoded, in lower case, with
 * composed letters (NFC), without invisible characters and without a slash at its end. What would end a path stays
 * encoded.
 */
export const pathKey = (path: string): string => {
  const plain = decoded(path)
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '');
  const parts = plain.split('/').filter((part) => part !== '');
  return `/${parts.join('/')}`.replace(/[\s?#%\\]/gu, encodeURIComponent);
};

/**
 * Returns the path in a pasted address, which may be a whole URL or a path, in whatever spelling; null if there is
 * none.
 */
export const pathFromTyped = (typed: string): string | null => {
  const path = withoutSite(typed);
  if (/\s/.test(path)) return null;
  const key = pathKey(path);
  return key !== '/' && sitePath.safeParse(key).success ? key : null;
};

export type SluggedUid = Exclude<ContentUid, 'api::practice.practice'>;
export type UidWithPage = Exclude<SluggedUid, 'api::author.author'>;

/** The kind of page of each content type that has pages. */
const kinds: Readonly<Record<UidWithPage, PageKind>> = {
  'api::post.post': 'post',
  'api::topic.topic': 'topic',
  'api::page.page': 'page',
  'api::workshop.workshop': 'workshop',
};

export const uidsWithPage = Object.keys(kinds) as readonly UidWithPage[];

/** Returns whether documents of a type have a page on the site; authors have a slug, but no page. */
export const hasPage = (uid: ContentUid): uid is UidWithPage => uid in kinds;
export const kindOf = (uid: UidWithPage): PageKind => kinds[uid];

/** The field that a slug is made from, and the slug for a title without a single letter or digit. */
export const slugSources: Readonly<Record<SluggedUid, { field: 'title' | 'name'; fallback: string }>> = {
  'api::post.post': { field: 'title', fallback: 'post' },
  'api::page.page': { field: 'title', fallback: 'page' },
  'api::workshop.workshop': { field: 'title', fallback: 'workshop' },
  'api::topic.topic': { field: 'name', fallback: 'topic' },
  'api::author.author': { field: 'name', fallback: 'author' },
};
export const hasSlug = (uid: string): uid is SluggedUid => uid in slugSources;
