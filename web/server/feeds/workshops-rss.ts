import type { Practice, WorkshopSummary } from 'shared';
import { formatLocation, formatPrices, formatSessions, stateLabel, zoneNames } from '#shared/workshops';
import { element, escaped } from './markup';

export interface WorkshopsFeed {
  practice: Pick<Practice, 'name'>;
  workshops: readonly WorkshopSummary[];
  siteUrl: string;
}

function item(
  { slug, title, summary, sessions, timeZone, place, venue, prices, state, placesLeft }: WorkshopSummary,
  siteUrl: string,
): string {
  const address = `${siteUrl}/workshops/${slug}`;
  const facts = [
    [formatSessions(sessions, timeZone), ...zoneNames(sessions, timeZone)].join(', '),
    formatLocation({ place, venue }),
    formatPrices(prices),
    stateLabel({ state, placesLeft }),
  ].filter((fact) => fact !== null);
  return [
    '<item>',
    element('title', title),
    element('link', address),
    // Its times are part of its name: a new date is news.
    `<guid isPermaLink="false">${escaped(`${address}#${sessions[0]?.starts ?? ''}`)}</guid>`,
    element('description', [summary, ...facts.map((fact) => `${fact}.`)].filter(Boolean).join(' ')),
    '</item>',
  ].join('');
}

/**
 * The workshops that come as RSS 2.0, the next first (https://www.rssboard.org/rss-specification). Without dates of its own: those
 * of RSS are dates of publication, and a feed reader would hide a workshop that is announced for next year.
 */
export function workshopsRss({ practice, workshops, siteUrl }: WorkshopsFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', `${practice.name}: workshops`),
    element('link', `${siteUrl}/workshops`),
    element('description', 'The workshops that come, the next first.'),
    '<language>en-gb</language>',
    `<atom:link href="${escaped(`${siteUrl}/workshops/feed.xml`)}" rel="self" type="application/rss+xml"/>`,
    ...workshops.map((workshop) => item(workshop, siteUrl)),
    '</channel></rss>\n',
  ].join('');
}
