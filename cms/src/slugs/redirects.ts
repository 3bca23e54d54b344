import { sitePath } from 'shared';

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
