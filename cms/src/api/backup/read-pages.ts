import { sitemapResponse } from 'shared';
import { CommandError } from '#src/cli/run-command';

/** How many pages are read. */
const pagesToRead = 10;
const timeoutMs = 30_000;

/** Made of what the practice has written, whatever that is. */
const overviews = ['/', '/blog', '/workshops'];
/** For a site that has little content yet. */
const others = [
  '/feed.xml',
  '/sitemap.xml',
  '/help-now',
  '/privacy',
  '/comment-policy',
  '/accessibility',
  '/certificates',
];

type Sitemap = ReturnType<typeof sitemapResponse.parse>['data'];

/** Takes one of each list in turn, so that a site with many posts shows a workshop and a topic, too. */
const inTurn = (lists: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, i) => i).flatMap((i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  );

/** Returns the paths of ten pages: as many different kinds as the site has. */
export const choosePages = ({ posts, workshops, topics, pages }: Sitemap): string[] =>
  [
    ...overviews,
    ...inTurn([
      posts.map(({ slug }) => `/blog/${slug}`),
      workshops.map(({ slug }) => `/workshops/${slug}`),
      topics.map(({ slug }) => `/topics/${slug}`),
      pages.map(({ slug }) => `/${slug}`),
    ]),
    ...others,
  ].slice(0, pagesToRead);

const failed = (path: string, reason: string): CommandError =>
  new CommandError(`The rehearsal failed: ${path} ${reason}.`);

const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
  const { pathname } = new URL(url);
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) }).catch(
    () => null,
  );
  if (response === null) throw failed(pathname, 'did not answer');
  if (response.status !== 200) throw failed(pathname, `answered ${response.status}`);
  return response;
};

/** Returns the pictures of a page that the site serves from the uploads. */
const picturesIn = (html: string): string[] =>
  [...html.matchAll(/<img\b[^>]*?\ssrc="(\/media\/[^"?#]+)"/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path],
  );

/**
 * Opens ten pages of the restored site as a reader does, and the first picture of each.
 * @param options.readsPictures false if pictures are in a bucket that the backup does not contain
 * @returns how many pages were read
 * @throws CommandError when one of them can't be read
 */
export const readPages = async (
  site: { url: string },
  cms: { url: string; webToken: string },
  { readsPictures }: { readsPictures: boolean },
): Promise<number> => {
  const sitemap = await get(`${cms.url}/api/sitemap`, { authorization: `Bearer ${cms.webToken}` });
  const paths = choosePages(sitemapResponse.parse(await sitemap.json()).data);
  for (const path of paths) {
    const text = await (await get(site.url + path)).text();
    if (!/<\/(?:html|rss|urlset)>\s*$/.test(text)) throw failed(path, 'was cut short');
    const [picture] = readsPictures ? picturesIn(text) : [];
    if (picture !== undefined && (await (await get(site.url + picture)).arrayBuffer()).byteLength === 0)
      throw failed(picture, 'is empty');
  }
  return paths.length;
};
