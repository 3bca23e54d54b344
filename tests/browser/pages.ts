/** Finds an address for each page file of the site: those that depend on content by what the sitemap lists. */
const bySitemap = (pattern: RegExp) => async (site: string): Promise<string> => {
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
  const found = paths.find((path) => pattern.test(path));
  if (!found) throw new Error(`The sitemap lists nothing like ${String(pattern)}: ${paths.join(' ')}`);
  return found;
};

const fixed = (path: string) => async (): Promise<string> => path;

/** Every page of the site, by the name of its file in web/app/pages, and the error page. */
export const pages: { route: string; find: (site: string) => Promise<string> }[] = [
  { route: '/', find: fixed('/') },
  { route: '/blog', find: fixed('/blog') },
  { route: '/blog/[slug]', find: bySitemap(/^\/blog\/./) },
  { route: '/topics/[slug]', find: bySitemap(/^\/topics\/./) },
  { route: '/[slug]', find: fixed('/about') },
  { route: '/privacy', find: fixed('/privacy') },
  { route: '/accessibility', find: fixed('/accessibility') },
  { route: '/comment-policy', find: fixed('/comment-policy') },
  { route: '/help-now', find: fixed('/help-now') },
  { route: 'an address where nothing is', find: fixed('/no-such-page') },
];
