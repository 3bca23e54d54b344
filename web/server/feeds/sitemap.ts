import type { AddressesResponse } from 'shared';
import { element } from './markup';

/** A sitemap may name this many addresses (https://www.sitemaps.org/protocol.html); a practice that writes more needs an index. */
const most = 50_000;

/** Addresses that are there whatever she publishes. */
const fixed = ['/', '/blog', '/help-now', '/privacy', '/accessibility', '/comment-policy'];

const entry = (address: string, changed?: string): string =>
  `<url>${element('loc', address)}${element('lastmod', changed)}</url>`;

/** sitemap.xml: what search engines may list. Whatever says 'noindex' is not among the CMS's addresses. */
export function sitemap({ posts, topics, pages, workshops }: AddressesResponse['data'], siteUrl: string): string {
  const urls = [
    ...fixed.map((path) => entry(siteUrl + path)),
    ...pages.map(({ slug, changed }) => entry(`${siteUrl}/${slug}`, changed)),
    // Without a workshop their page is an empty room.
    ...(workshops.length > 0 ? [entry(`${siteUrl}/workshops`)] : []),
    ...workshops.map(({ slug, changed }) => entry(`${siteUrl}/workshops/${slug}`, changed)),
    ...topics.map(({ slug, changed }) => entry(`${siteUrl}/topics/${slug}`, changed)),
    ...posts.map(({ slug, changed }) => entry(`${siteUrl}/blog/${slug}`, changed)),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.slice(0, most).join('\n')}</urlset>\n`;
}
