import type {
  BlogPosting,
  BreadcrumbList,
  Event,
  ImageObject,
  Offer,
  Person,
  Place,
  Thing,
  VirtualLocation,
  WithContext,
} from 'schema-dts';
import type { Author, Picture, Post, Practice, Price, Session, Workshop, WorkshopFormat } from 'shared';
import { isoInZone } from '#shared/dates';
import { defaultSize, mediaPath } from '#shared/pictures';
import { nonEmptyLines } from '#shared/text';

export const context = 'https://schema.org' as const;

/**
 * Returns structured data as the text of a script element. Escapes `<`, so that no text of the page can close the
 * element.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export const jsonLd = (data: WithContext<Thing>): string => JSON.stringify(data).replace(/</g, '\\u003c');

/** Returns a picture in the size that link previews show. */
export function imageOf(picture: Picture, siteUrl: string): ImageObject {
  const { url, width, height } = defaultSize(picture);
  return {
    '@type': 'ImageObject',
    url: siteUrl + mediaPath(url),
    width: String(width),
    height: String(height),
    caption: picture.alt,
  };
}

const personOf = (author: Author, siteUrl: string): Person => ({
  '@type': 'Person',
  name: author.name,
  url: `${siteUrl}/`,
  ...(author.role && { jobTitle: author.role }),
  ...(author.portrait && { image: imageOf(author.portrait, siteUrl) }),
});

/**
 * Returns a post for search engines, with nothing that its page does not say.
 *
 * @see https://schema.org/BlogPosting
 */
export function postData(post: Post, practice: Practice, siteUrl: string): WithContext<BlogPosting> {
  const url = `${siteUrl}/blog/${post.slug}`;
  return {
    '@context': context,
    '@type': 'BlogPosting',
    '@id': url,
    mainEntityOfPage: url,
    headline: post.title,
    description: post.summary,
    inLanguage: 'en-GB',
    datePublished: post.published,
    dateModified: post.updated ?? post.published,
    timeRequired: `PT${post.readingMinutes}M`,
    keywords: post.topics.map(({ name }) => name),
    author: post.author ? personOf(post.author, siteUrl) : { '@type': 'Person', name: practice.counsellor },
    publisher: { '@type': 'Organization', name: practice.name, url: `${siteUrl}/` },
    ...(post.cover && { image: imageOf(post.cover, siteUrl) }),
  };
}

/**
 * Returns the breadcrumbs of a page for search engines.
 *
 * @see https://schema.org/BreadcrumbList
 */
export const breadcrumbData = (
  siteUrl: string,
  steps: readonly (readonly [name: string, path: string])[],
): WithContext<BreadcrumbList> => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name,
    item: siteUrl + path,
  })),
});

const attendanceModes = {
  'in person': `${context}/OfflineEventAttendanceMode`,
  online: `${context}/OnlineEventAttendanceMode`,
  both: `${context}/MixedEventAttendanceMode`,
} as const satisfies Record<WorkshopFormat, string>;

function locationOf({ format, venue }: Workshop, url: string): Place | VirtualLocation | (Place | VirtualLocation)[] {
  const online: VirtualLocation = { '@type': 'VirtualLocation', url };
  if (format === 'online' || !venue) return online;
  const room: Place = {
    '@type': 'Place',
    name: venue.name,
    ...(venue.address && {
      address: nonEmptyLines(venue.address).join(', '),
    }),
  };
  return format === 'both' ? [room, online] : room;
}

const offerOf = (
  { label, pence }: Pick<Price, 'label' | 'pence'>,
  { state, opens, closes }: Workshop,
  url: string,
): Offer => ({
  '@type': 'Offer',
  name: label,
  price: (pence / 100).toFixed(2),
  priceCurrency: 'GBP',
  url,
  availability: state === 'open' || state === 'not yet open' ? `${context}/InStock` : `${context}/SoldOut`,
  ...(opens && { validFrom: opens }),
  validThrough: closes,
});

/**
 * Returns a workshop for search engines, with nothing that its page does not say. Times have the offset of the
 * workshop's zone; several sessions become sub-events.
 *
 * @see https://schema.org/Event
 */
export function workshopData(
  workshop: Workshop,
  practice: { name: string; counsellor: string },
  siteUrl: string,
): WithContext<Event> {
  const { title, summary, sessions, timeZone, state, slug, cover, facilitator, prices, capacity, changes } = workshop;
  const url = `${siteUrl}/workshops/${slug}`;
  const times = (first: Session | undefined, last: Session | undefined) => ({
    ...(first && { startDate: isoInZone(first.starts, timeZone) }),
    ...(last && { endDate: isoInZone(last.ends, timeZone) }),
  });
  const moved = changes.findLast(({ kind }) => kind === 'moved');
  const previousStart = moved && moved.from !== sessions[0]?.starts ? moved.from : null;
  const status =
    `${context}/${state === 'cancelled' ? 'EventCancelled' : previousStart === null ? 'EventScheduled' : 'EventRescheduled'}` as const;
  const location = locationOf(workshop, url);
  return {
    '@context': context,
    '@type': 'Event',
    '@id': url,
    url,
    name: title,
    description: summary,
    inLanguage: 'en-GB',
    ...times(sessions[0], sessions.at(-1)),
    eventStatus: status,
    ...(previousStart !== null && { previousStartDate: isoInZone(previousStart, timeZone) }),
    eventAttendanceMode: attendanceModes[workshop.format],
    location,
    maximumAttendeeCapacity: capacity,
    isAccessibleForFree: prices.every(({ pence }) => pence === 0),
    offers: (prices.length > 0 ? prices : [{ label: 'Free', pence: 0 }]).map((price) => offerOf(price, workshop, url)),
    organizer: { '@type': 'Organization', name: practice.name, url: `${siteUrl}/` },
    performer: { '@type': 'Person', name: facilitator?.name ?? practice.counsellor },
    ...(cover && { image: siteUrl + mediaPath(defaultSize(cover).url) }),
    ...(sessions.length > 1 && {
      subEvent: sessions.map((session, n): Event => ({
        '@type': 'Event',
        name: `${title}, session ${n + 1}`,
        ...times(session, session),
        eventStatus: status,
        location,
      })),
    }),
  };
}
