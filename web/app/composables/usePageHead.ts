import type { Thing, WithContext } from 'schema-dts';
import type { Picture, Practice } from 'shared';
import clientScripts from '#build/client-scripts';
import { defaultSize, mediaPath } from '#shared/pictures';
import { jsonLd } from '~/utils/structured-data';

/** What a page tells browsers, search engines and link previews. */
export interface PageHead {
  title: string;
  description?: string;
  /** The path of its canonical URL. */
  path?: string;
  /** Null on pages that work while the CMS is unavailable. */
  practice: Practice | null;
  type?: 'website' | 'article';
  picture?: Picture | null;
  noindex?: boolean;
  /** Whether a form was not accepted: the title says so first, because screen readers read it first. */
  hasError?: boolean;
  /** The paths of the previous and the next page of a list. */
  previous?: string | null;
  next?: string | null;
  /** A feed besides that of all posts. */
  feed?: { title: string; path: string };
  /** The class of the body; `sensitive` makes the quick exit prominent. */
  bodyClass?: string;
  structuredData?: WithContext<Thing>[];
  /** A client script that only this page has. */
  script?: 'zone';
}

const dataBlock = (data: WithContext<Thing>) => ({ type: 'application/ld+json' as const, innerHTML: jsonLd(data) });

const feedLink = (title: string, href: string, type: 'application/rss+xml' | 'application/feed+json') => ({
  rel: 'alternate' as const,
  type,
  title,
  href,
});

function linksOf(head: PageHead, siteUrl: string) {
  const name = head.practice?.name ?? 'This site';
  return [
    ...(head.path ? [{ rel: 'canonical' as const, href: siteUrl + head.path }] : []),
    ...(head.previous ? [{ rel: 'prev' as const, href: head.previous }] : []),
    ...(head.next ? [{ rel: 'next' as const, href: head.next }] : []),
    feedLink(`${name}: writing`, '/feed.xml', 'application/rss+xml'),
    feedLink(`${name}: writing`, '/feed.json', 'application/feed+json'),
    ...(head.feed ? [feedLink(head.feed.title, head.feed.path, 'application/rss+xml')] : []),
    { rel: 'icon' as const, href: '/favicon.ico', sizes: '32x32' as const },
    { rel: 'icon' as const, href: '/favicon.svg', type: 'image/svg+xml' as const },
  ];
}

/**
 * Returns the Open Graph data for link previews.
 *
 * @see https://ogp.me/
 */
function previewOf(head: PageHead, siteUrl: string) {
  const picture = head.picture ?? head.practice?.picture;
  const image = picture ? defaultSize(picture) : null;
  return {
    ogTitle: head.title,
    ogDescription: head.description,
    ogType: head.type ?? ('website' as const),
    ogUrl: head.path ? siteUrl + head.path : undefined,
    ogSiteName: head.practice?.name,
    ogImage: image
      ? { url: siteUrl + mediaPath(image.url), width: image.width, height: image.height, alt: picture?.alt }
      : undefined,
    twitterCard: image ? ('summary_large_image' as const) : ('summary' as const),
  };
}

/**
 * Sets the head of a page. Each page and error page calls it once.
 *
 * @see https://design-system.service.gov.uk/components/error-summary/ about `hasError`
 */
export function usePageHead(page: PageHead): void {
  const { siteUrl } = useSsrEvent().context;
  const head = page.hasError ? { ...page, title: `Error: ${page.title}` } : page;
  const name = head.practice?.name;
  useHead({
    title: name && !head.title.startsWith(name) ? `${head.title} | ${name}` : head.title,
    htmlAttrs: { lang: 'en-GB' },
    ...(head.bodyClass && { bodyAttrs: { class: head.bodyClass } }),
    link: linksOf(head, siteUrl),
    script: [
      ...clientScripts
        .filter(({ name, isEverywhere }) => isEverywhere || name === head.script)
        .map(({ src, integrity }) => ({ src, integrity, defer: true, crossorigin: 'anonymous' as const })),
      ...(head.structuredData ?? []).map(dataBlock),
    ],
  });
  useSeoMeta({
    description: head.description,
    robots: head.noindex ? 'noindex' : undefined,
    colorScheme: 'light dark',
    formatDetection: 'telephone=no',
    themeColor: [
      { content: '#f3eae3', media: '(prefers-color-scheme: light)' },
      { content: '#292328', media: '(prefers-color-scheme: dark)' },
    ],
    ...previewOf(head, siteUrl),
  });
}
