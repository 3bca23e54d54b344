import type { SitemapResponse } from 'shared';
import { element } from './rss';

/** A sitemap may list this many URLs; a practice that publishes more needs a sitemap index. */
const maxUrls = 50_000;

/** The pages that are there whatever the counsellor publishes. */
const fixedPages = ['/', '/blog', '/contact', '/help-now', '/privacy', '/accessibility', '/comment-policy'];

const urlEntry = (url: string, changed?: string): string =>
  `<url>${element('loc', url)}${element('lastmod', changed)}</url>`;

/**
 * Returns sitemap.xml: the pages for search engines. Pages with `noindex` are not among the addresses of the CMS.
 * @param more the paths of pages that are there only while they have something to say
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemap(
  { posts, topics, pages, workshops }: SitemapResponse['data'],
  siteUrl: string,
  more: readonly string[],
): string {
  const urls = [
    ...[...fixedPages, ...more].map((path) => urlEntry(siteUrl + path)),
    ...pages.map(({ slug, changed }) => urlEntry(`${siteUrl}/${slug}`, changed)),
    // Without a workshop, their list is an empty page.
    ...(workshops.length > 0 ? [urlEntry(`${siteUrl}/workshops`)] : []),
    ...workshops.map(({ slug, changed }) => urlEntry(`${siteUrl}/workshops/${slug}`, changed)),
    ...topics.map(({ slug, changed }) => urlEntry(`${siteUrl}/topics/${slug}`, changed)),
    ...posts.map(({ slug, changed }) => urlEntry(`${siteUrl}/blog/${slug}`, changed)),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.slice(0, maxUrls).join('\n')}</urlset>\n`;
}

/** Returns robots.txt. Everything may be crawled; pages that must not be listed say so themselves (`noindex`). */
export const robotsTxt = (siteUrl: string): string => `User-agent: *\nDisallow:\n\nSitemap: ${siteUrl}/sitemap.xml\n`;

/** For how many months a security.txt is valid; RFC 9116, section 2.5.5, recommends less than a year. */
const validMonths = 6;

const startOfMonthIn = (months: number, now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));

/**
 * Returns security.txt, which says where to report a vulnerability, and the instant at which it changes by itself: its
 * expiry date moves on each month, so that it is always valid for at least five more.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function securityTxt(email: string, siteUrl: string, now: Date): { text: string; changes: Date } {
  const lines = [
    `Contact: mailto:${email}`,
    `Expires: ${startOfMonthIn(validMonths, now).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
  ];
  return { text: `${lines.join('\n')}\n`, changes: startOfMonthIn(1, now) };
}
