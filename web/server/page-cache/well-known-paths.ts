/**
 * Where feed readers and search engines look on sites that other software has made (WordPress, Wix, Ghost, Jekyll,
 * Blogger), and what is there on this one.
 */
const wellKnown: readonly (readonly [pattern: RegExp, to: string])[] = [
  [
    /^(?:\/blog)?\/(?:feeds?|rss2?|atom|rdf)(?:\/(?:feed|rss2?|atom|rdf|posts\/default))?(?:\.(?:xml|rss|atom|rdf))?$/,
    '/feed.xml',
  ],
  [/^(?:\/blog)?\/(?:feed|index|posts|blog|blog-feed|rss-feed)\.(?:xml|rss|atom|rdf)$/, '/feed.xml'],
  [/^(?:\/blog)?\/(?:feed|index|rss)[./]json$/, '/feed.json'],
  [/^\/workshops\/(?:feed|rss|atom)(?:\.(?:xml|rss|atom))?$/, '/workshops/feed.xml'],
  [/^\/workshops\/calendar$/, '/workshops/calendar.ics'],
  [/^(\/topics\/[^/]+)\/(?:feed|rss|atom)(?:\.(?:xml|rss|atom))?$/, '$1/feed.xml'],
  [/^(\/blog\/[^/]+)\/(?:comments\/)?(?:feed|rss|atom)(?:\.(?:xml|rss|atom))?$/, '$1/comments.xml'],
  [/^\/(?:wp-|post-|page-|blog-posts-|pages-)?sitemap(?:[-_]index|-\d+)?(?:\.xml)?$/, '/sitemap.xml'],
];

/** Returns the path at which this site has what is often found at `path`; null if there is nothing like it. */
export function findWellKnown(path: string): string | null {
  for (const [pattern, to] of wellKnown) if (pattern.test(path)) return path.replace(pattern, to);
  return null;
}
