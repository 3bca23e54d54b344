import type { Thing, WithContext } from 'schema-dts';
import type { Picture, Practice } from 'shared';
import clientScript from '#build/client-script';
import fontPreloads from '#build/font-preloads';
import { defaultSize, mediaPath } from '#shared/pictures';
import { jsonLd } from '~/utils/structured-data';

/** What a page says of itself to browsers, search engines and previews of links. `path` is its one canonical address. */
export interface PageHead {
  title: string;
  description?: string;
  path?: string;
  /** Null for the pages that work without the CMS. */
  practice: Practice | null;
  type?: 'website' | 'article';
  picture?: Picture | null;
  noindex?: boolean;
  /** Addresses of the list's page before and after this one. */
  previous?: string | null;
  next?: string | null;
  /** A feed beside the one of all posts. */
  feed?: { title: string; path: string };
  /** Added to the body: `sensitive` fills the way out. */
  bodyClass?: string;
  facts?: WithContext<Thing>[];
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
    ...fontPreloads.map((href) => ({
      rel: 'preload' as const,
      href,
      as: 'font' as const,
      type: 'font/woff2' as const,
      crossorigin: 'anonymous' as const,
    })),
    ...(head.path ? [{ rel: 'canonical' as const, href: siteUrl + head.path }] : []),
    ...(head.previous ? [{ rel: 'prev' as const, href: head.previous }] : []),
    ...(head.next ? [{ rel: 'next' as const, href: head.next }] : []),
    feedLink(`${name}: writing`, '/feed.xml', 'application/rss+xml'),
    feedLink(`${name}: writing`, '/feed.json', 'application/feed+json'),
    ...(head.feed ? [feedLink(head.feed.title, head.feed.path, 'application/rss+xml')] : []),
    { rel: 'icon' as const, href: '/favicon.ico', sizes: '32x32' as const },
    { rel: 'icon' as const, href: '/favicon.svg', type: 'image/svg+xml' as const },
    { rel: 'apple-touch-icon' as const, href: '/apple-touch-icon.png' },
  ];
}

/** The Open Graph, so that a link that somebody shares shows what it leads to; nothing is asked of anybody. */
function previewOf(head: PageHead, siteUrl: string) {
  const picture = head.picture ?? head.practice?.picture;
  const shown = picture ? defaultSize(picture) : null;
  return {
    ogTitle: head.title,
    ogDescription: head.description,
    ogType: head.type ?? ('website' as const),
    ogUrl: head.path ? siteUrl + head.path : undefined,
    ogSiteName: head.practice?.name,
    ogLocale: 'en_GB',
    ogImage: shown
      ? { url: siteUrl + mediaPath(shown.url), width: shown.width, height: shown.height, alt: picture?.alt }
      : undefined,
    twitterCard: shown ? ('summary_large_image' as const) : ('summary' as const),
  };
}

/** Writes the head of a page: each page and error page calls it once. */
export function usePageHead(head: PageHead): void {
  const { siteUrl } = useSsrEvent().context;
  const name = head.practice?.name;
  useHead({
    title: name && name !== head.title ? `${head.title} | ${name}` : head.title,
    htmlAttrs: { lang: 'en-GB' },
    ...(head.bodyClass && { bodyAttrs: { class: head.bodyClass } }),
    link: linksOf(head, siteUrl),
    script: [
      { src: clientScript.src, type: 'module', integrity: clientScript.integrity, crossorigin: 'anonymous' },
      ...(head.facts ?? []).map(dataBlock),
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
