import type { Event, Offer, Place, VirtualLocation, WithContext } from 'schema-dts';
import type { Price, Session, Workshop, WorkshopPlace, WorkshopState } from 'shared';
import { mediaAddress, usual } from '#shared/pictures';
import { isoInZone } from '#shared/zoned-times';

const schema = 'https://schema.org' as const;

const modes = {
  'in person': `${schema}/OfflineEventAttendanceMode`,
  online: `${schema}/OnlineEventAttendanceMode`,
  both: `${schema}/MixedEventAttendanceMode`,
} as const satisfies Record<WorkshopPlace, string>;

const isTaking = (state: WorkshopState): boolean => state === 'open' || state === 'not yet open';

function locationOf({ place, venue }: Workshop, url: string): Place | VirtualLocation | (Place | VirtualLocation)[] {
  const online: VirtualLocation = { '@type': 'VirtualLocation', url };
  if (place === 'online' || !venue) return online;
  const room: Place = {
    '@type': 'Place',
    name: venue.name,
    ...(venue.address && {
      address: venue.address
        .split('\n')
        .map((line) => line.trim())
        .join(', '),
    }),
  };
  return place === 'both' ? [room, online] : room;
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
  availability: isTaking(state) ? `${schema}/InStock` : `${schema}/SoldOut`,
  ...(opens && { validFrom: opens }),
  validThrough: closes,
});

/**
 * A workshop as search engines read it (https://schema.org/Event): no more than what its page says. Times have the clock of the
 * workshop's zone; several sessions are events inside it.
 */
export function aboutWorkshop(
  workshop: Workshop,
  practice: { name: string; counsellor: string },
  siteUrl: string,
): WithContext<Event> {
  const { title, summary, sessions, timeZone, state, slug, cover, facilitator, prices, capacity } = workshop;
  const url = `${siteUrl}/workshops/${slug}`;
  const times = (first: Session | undefined, last: Session | undefined) => ({
    ...(first && { startDate: isoInZone(first.starts, timeZone) }),
    ...(last && { endDate: isoInZone(last.ends, timeZone) }),
  });
  const status = state === 'cancelled' ? (`${schema}/EventCancelled` as const) : (`${schema}/EventScheduled` as const);
  const location = locationOf(workshop, url);
  return {
    '@context': schema,
    '@type': 'Event',
    '@id': url,
    url,
    name: title,
    description: summary,
    inLanguage: 'en-GB',
    ...times(sessions[0], sessions.at(-1)),
    eventStatus: status,
    eventAttendanceMode: modes[workshop.place],
    location,
    maximumAttendeeCapacity: capacity,
    isAccessibleForFree: prices.every(({ pence }) => pence === 0),
    offers: (prices.length > 0 ? prices : [{ label: 'Free', pence: 0 }]).map((price) => offerOf(price, workshop, url)),
    organizer: { '@type': 'Organization', name: practice.name, url: `${siteUrl}/` },
    performer: { '@type': 'Person', name: facilitator?.name ?? practice.counsellor },
    ...(cover && { image: siteUrl + mediaAddress(usual(cover).url) }),
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
