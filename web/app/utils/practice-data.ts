import type {
  ItemAvailability,
  LocalBusiness,
  LocationFeatureSpecification,
  Offer,
  Person,
  PostalAddress,
  WithContext,
} from 'schema-dts';
import { type Availability, type AvailabilityState, type Fees, type Practice, priceWords, type Room } from 'shared';
import { nonEmptyLines } from '#shared/text';
import { callLink, internationalNumber, takesCalls } from './links';
import { context, imageOf } from './structured-data';

/** @see https://ideal-postcodes.co.uk/guides/uk-postcode-format */
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;

/** Returns an address in its parts: town and postcode are in the lines that the counsellor wrote, too. */
function addressOf({ address, town }: Pick<Practice, 'address' | 'town'>): PostalAddress {
  const lines = nonEmptyLines(address ?? '').flatMap((line) => line.split(','));
  const isTown = (part: string) => part.toLowerCase() === town?.trim().toLowerCase();
  const street = lines.map((line) => line.replace(postcode, '').trim()).filter((part) => part !== '' && !isTown(part));
  const code = lines.map((line) => postcode.exec(line)?.[0].toUpperCase()).find((found) => found !== undefined);
  return {
    '@type': 'PostalAddress',
    addressCountry: 'GB',
    ...(street.length > 0 && { streetAddress: street.join(', ') }),
    ...(town && { addressLocality: town }),
    ...(code && { postalCode: code }),
  };
}

const availabilityTerms: Readonly<Record<AvailabilityState, ItemAvailability>> = {
  now: 'https://schema.org/InStock',
  from: 'https://schema.org/LimitedAvailability',
  full: 'https://schema.org/SoldOut',
  ask: 'https://schema.org/LimitedAvailability',
};

/** Returns whether there is space, as far as the vocabulary can say it. @see https://schema.org/ItemAvailability */
const placeOffered = ({ state, from }: Availability): Offer => ({
  '@type': 'Offer',
  itemOffered: { '@type': 'Service', serviceType: 'Counselling' },
  availability: availabilityTerms[state],
  ...(from && { availabilityStarts: from }),
});

const poundsOf = (pence: number): string => (pence / 100).toFixed(2);

/** Returns what sessions cost, and whether there is space for them; a concession is an offer of its own. */
function offersOf({ fees, availability }: Pick<Practice, 'fees' | 'availability'>): Offer[] {
  const space = availability && placeOffered(availability);
  const offer = (name: string, pence: number): Offer => ({
    '@type': 'Offer',
    itemOffered: { '@type': 'Service', serviceType: 'Counselling' },
    ...space,
    name,
    price: poundsOf(pence),
    priceCurrency: 'GBP',
  });
  const offers = fees.lines.flatMap(({ label, pence, concessionPence }) => [
    offer(label, pence),
    ...(concessionPence === null ? [] : [offer(`${label} (concession)`, concessionPence)]),
  ]);
  return offers.length === 0 && space ? [space] : offers;
}

/** Returns the lowest and the highest fee, such as `£30–£70`; null where nothing is charged for. */
function priceRangeOf({ lines }: Fees): string | null {
  const charged = lines.flatMap(({ pence, concessionPence }) => [pence, concessionPence ?? pence]).filter(Boolean);
  if (charged.length === 0) return null;
  const [least, most] = [Math.min(...charged), Math.max(...charged)].map(priceWords);
  return least === most ? `${least}` : `${least}–${most}`;
}

/** Returns whether the room can be reached without steps, as an amenity. @see https://schema.org/amenityFeature */
const stepFreeAccess = ({ stepFree }: Room): LocationFeatureSpecification => ({
  '@type': 'LocationFeatureSpecification',
  name: 'Step-free access',
  value: stepFree === 'in part' ? 'partly' : stepFree === 'yes',
});

/** Returns the counsellor with memberships and qualifications; what has lapsed was left out before. */
function founderOf({ counsellor, credentials }: Pick<Practice, 'counsellor' | 'credentials'>): Person {
  const held = credentials.filter(({ kind }) => kind === 'membership' || kind === 'qualification');
  const bodies = held.flatMap(({ kind, body }) => (kind === 'membership' && body !== null ? [body] : []));
  return {
    '@type': 'Person',
    name: counsellor,
    ...(held.length > 0 && {
      hasCredential: held.map(({ title, body, number, url }) => ({
        '@type': 'EducationalOccupationalCredential' as const,
        name: title,
        ...(body && { recognizedBy: { '@type': 'Organization' as const, name: body } }),
        ...(number && { identifier: number }),
        ...(url && { url }),
      })),
    }),
    ...(bodies.length > 0 && { memberOf: bodies.map((name) => ({ '@type': 'Organization' as const, name })) }),
  };
}

/**
 * Returns the practice for search engines, with nothing that its pages do not say. Its type is the general one:
 * `ProfessionalService` is deprecated.
 *
 * @see https://schema.org/LocalBusiness
 */
export function practiceData(practice: Practice, siteUrl: string): WithContext<LocalBusiness> {
  const offers = offersOf(practice);
  const areaServed = [practice.area, practice.town].filter(Boolean).join(', ');
  const priceRange = priceRangeOf(practice.fees);
  return {
    '@context': context,
    '@type': 'LocalBusiness',
    '@id': `${siteUrl}/#practice`,
    name: practice.name,
    description: practice.description,
    url: `${siteUrl}/`,
    email: practice.email,
    founder: founderOf(practice),
    ...(practice.phone && { telephone: internationalNumber(practice.phone) }),
    ...(practice.picture && { image: imageOf(practice.picture, siteUrl) }),
    ...((practice.address ?? practice.town) && { address: addressOf(practice) }),
    ...(areaServed !== '' && { areaServed }),
    ...(practice.legal.name && { legalName: practice.legal.name }),
    ...(practice.room.stepFree !== null && { amenityFeature: stepFreeAccess(practice.room) }),
    ...(priceRange !== null && { priceRange }),
    ...(offers.length > 0 && { makesOffer: offers }),
    ...(takesCalls(practice) && {
      potentialAction: { '@type': 'ReserveAction', target: new URL(callLink(practice).href, siteUrl).href },
    }),
  };
}
