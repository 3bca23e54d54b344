import type { PlaceState, PrivatePlace } from 'shared';
import { deletedOn } from '#src/api/workshop/domain/deletion';
import { stateOf } from '#src/api/workshop/domain/state';
import type { Around } from '#src/api/workshop/emails/participant-emails';
import { placesOf, type PlacesRow } from '#src/api/workshop/seats/seat-rows';
import { hoursOf, venueOf } from '#src/api/workshop/serialise-workshop';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, textOrNull } from '#src/http/nullable';
import { servicesOf } from '#src/services';
import { type RegistrationRow, registrationRows, type RegistrationState } from './registration-rows';
import { placeTokenOf } from './registration-token';

const told: Readonly<Record<RegistrationState, PlaceState>> = {
  held: 'unconfirmed',
  wished: 'unconfirmed',
  shadow: 'unconfirmed',
  registered: 'registered',
  waiting: 'waiting',
  offered: 'offered',
  cancelled: 'cancelled',
  over: 'over',
};

const aheadOf = async (uow: UnitOfWork, { id, workshop_id, sent }: RegistrationRow): Promise<number> => {
  const row = await registrationRows(uow)
    .where({ workshop_id, state: 'waiting' })
    .where(
      (before) =>
        void before.where('sent', '<', sent).orWhere((same) => void same.where('sent', sent).where('id', '<', id)),
    )
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(row[0]?.n ?? 0);
};

/** Whether the certificate can be had: hours are set, it is over, and she has marked that they came. */
export const hasCertificate = (person: RegistrationRow, { row, times }: Around, now: Date): boolean =>
  person.state === 'registered' &&
  Boolean(person.came) &&
  hoursOf(row.cpdHours) !== null &&
  now.toISOString() >= times.ends;

const workshopFor = ({ row, times }: Around, places: PlacesRow, now: Date): PrivatePlace['workshop'] => ({
  slug: row.slug,
  title: row.title,
  state: stateOf(times, places, places.cancelled_at !== null, now),
  sessions: [...times.sessions],
  timeZone: row.timeZone,
  place: row.place,
  venue: venueOf(row),
  mapUrl: textOrNull(row.mapUrl),
  cancellationTerms: textOrNull(row.cancellationTerms),
  cancelledWords: textOrNull(places.cancelled_words),
});

const toPay = (person: RegistrationRow, { practice }: Around): Pick<PrivatePlace, 'price' | 'paid' | 'howToPay'> => {
  const { price_label: label, price_pence: pence, paid_at: paidAt } = person;
  const owes = person.state === 'registered' && (pence ?? 0) > 0 && paidAt === null;
  return {
    price: label === null || pence === null ? null : { label, pence, note: null },
    paid: paidAt !== null,
    howToPay: owes ? practice.howToPay : null,
  };
};

/** What can be done and known while the workshop is still to come, and takes place. */
const whileItRuns = (
  person: RegistrationRow,
  { row, times }: Around,
  places: PlacesRow,
  now: Date,
): Pick<PrivatePlace, 'joining' | 'mayChange'> => {
  const takesPlace = places.cancelled_at === null;
  const isListed = person.state !== 'cancelled' && person.state !== 'over';
  return {
    joining: takesPlace && person.state === 'registered' ? textOrNull(row.joiningDetails) : null,
    mayChange: takesPlace && isListed && now.toISOString() < times.starts,
  };
};

/** A registration as its participant sees it; a shadow looks like any other that nobody has confirmed. Null when its workshop is gone. */
export const privateView = async (
  uow: UnitOfWork,
  person: RegistrationRow,
  around: Around,
  now: Date,
): Promise<PrivatePlace | null> => {
  const places = await placesOf(uow, person.workshop_id);
  if (places === null) return null;
  return {
    number: person.id,
    token: placeTokenOf(servicesOf(strapi).linkKeys, { number: person.id, linkVersion: person.link_version }),
    state: told[person.state],
    until: person.until === null ? null : instantOf(person.until),
    ahead: person.state === 'waiting' ? await aheadOf(uow, person) : null,
    wouldHave: person.answer,
    workshop: workshopFor(around, places, now),
    name: person.name,
    certificateName: person.certificate_name ?? person.name,
    ...toPay(person, around),
    needs: person.needs,
    ...whileItRuns(person, around, places, now),
    certificate: hasCertificate(person, around, now),
    version: person.version,
    deleted: deletedOn(around.times.ends, around.row.timeZone, around.practice.keepDays),
  };
};
