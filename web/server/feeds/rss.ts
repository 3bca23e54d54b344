import { escapeMarkup } from '#shared/text';

/** Returns an XML element around text, or nothing where there is no text. */
export const element = (name: string, text: string | null | undefined): string =>
  text ? `<${name}>${escapeMarkup(text)}</${name}>` : '';

/**
 * Returns the description of an item. It is HTML by convention, so plain text is escaped twice: feed readers would make
 * `<b>` bold.
 */
export const description = (text: string): string => element('description', escapeMarkup(text));

/** Returns an instant as RSS wants it (RFC 822). */
export const rssDate = (instant: string): string => new Date(instant).toUTCString();

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;

export interface RssItem {
  title: string;
  link: string;
  /** Identifies the item for feed readers; `isLink` if it is the URL of the item. */
  id: { text: string; isLink: boolean };
  /** When it was published, where that matters. */
  published?: string;
  /** Further elements, as XML. */
  more?: readonly string[];
}

export interface RssFeed {
  title: string;
  /** The URL of the page that it is the feed of. */
  link: string;
  description: string;
  /** The URL of the feed. */
  self: string;
  /** When an item last changed; null for an empty feed. */
  lastBuildDate?: string | null;
  /** The namespaces of the items' further elements. */
  uses?: readonly ('content' | 'dc')[];
  items: readonly RssItem[];
}

const item = ({ title, link, id, published, more = [] }: RssItem): string =>
  [
    '<item>',
    element('title', title),
    element('link', link),
    `<guid isPermaLink="${id.isLink}">${escapeMarkup(id.text)}</guid>`,
    element('pubDate', published && rssDate(published)),
    ...more,
    '</item>',
  ].join('');

/**
 * Returns a feed as RSS 2.0. Its bytes change only with its items, so that unchanged feeds are answered with 304.
 * @see https://www.rssboard.org/rss-specification
 */
export function rss({ title, link, description, self, lastBuildDate, uses = [], items }: RssFeed): string {
  const xmlns = (['atom', ...uses] as const).map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<rss version="2.0"${xmlns}><channel>`,
    element('title', title),
    element('link', link),
    element('description', description),
    '<language>en-gb</language>',
    element('lastBuildDate', lastBuildDate && rssDate(lastBuildDate)),
    `<atom:link href="${escapeMarkup(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(item),
    '</channel></rss>\n',
  ].join('');
}
