import type { PrivateRegistration, RegistrationState } from 'shared';
import { retentionDay } from '#src/api/workshop/domain/retention';
import { stateOf } from '#src/api/workshop/domain/schedule';
import type { SeatsRow } from '#src/api/workshop/seats/seat-rows';
import { hoursOf, namesZoneOf, venueOf } from '#src/api/workshop/serialise-workshop';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOrNull } from '#src/http/serialise';
import { textOrNull } from '#src/text/text-or-null';
import { registrationTokenOf } from './registration-links';
import { type RegistrationRow, registrationRows, reservedUntil, type StoredState } from './registration-rows';

/** The states as participants and the counsellor see them; a decoy looks like any unconfirmed registration. */
export const publicStates: Readonly<Record<StoredState, RegistrationState>> = {
  pending: 'unconfirmed',
  waitlist_pending: 'unconfirmed',
  decoy: 'unconfirmed',
  confirmed: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'offered',
  cancelled: 'cancelled',
  cancelled_decoy: 'cancelled',
  expired: 'expired',
};

/** Counts those who joined the waitlist earlier. */
const countAhead = async (uow: UnitOfWork, { id, workshop_id, sent }: RegistrationRow): Promise<number> => {
  const [counted] = await registrationRows(uow)
    .where({ workshop_id, state: 'waitlisted' })
    .where(
      (earlier) =>
        void earlier.where('sent', '<', sent).orWhere((same) => void same.where('sent', sent).where('id', '<', id)),
    )
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(counted?.n ?? 0);
};

/**
 * Returns whether a certificate can be issued: the workshop has CPD hours and is over, and the participant is marked as
 * attended.
 */
export const hasCertificate = (registration: RegistrationRow, { row, times }: WorkshopContext, now: Date): boolean =>
  registration.state === 'confirmed' &&
  Boolean(registration.attended) &&
  hoursOf(row.cpdHours) !== null &&
  now.toISOString() >= times.ends;

const workshopFor = (
  { row, times, practice }: WorkshopContext,
  seats: SeatsRow,
  now: Date,
): PrivateRegistration['workshop'] => ({
  slug: row.slug,
  title: row.title,
  state: stateOf(times, seats, seats.cancelled_at !== null, now),
  sessions: [...times.sessions],
  timeZone: row.timeZone,
  namesZone: namesZoneOf(row, practice),
  format: row.format,
  venue: venueOf(row),
  mapUrl: textOrNull(row.mapUrl),
  cancellationTerms: textOrNull(row.cancellationTerms),
  cancellationMessage: textOrNull(seats.cancellation_message),
});

const paymentFor = (
  registration: RegistrationRow,
  { practice }: WorkshopContext,
): Pick<PrivateRegistration, 'price' | 'paid' | 'howToPay'> => {
  const { price_label: label, price_pence: pence, paid_at: paidAt } = registration;
  const isPaymentDue = registration.state === 'confirmed' && (pence ?? 0) > 0 && paidAt === null;
  return {
    price: label === null || pence === null ? null : { label, pence, note: null },
    paid: paidAt !== null,
    howToPay: isPaymentDue ? practice.howToPay : null,
  };
};

/** Returns the joining details, and whether the registration can be changed: neither once the workshop is cancelled. */
const accessTo = (
  registration: RegistrationRow,
  { row, times }: WorkshopContext,
  seats: SeatsRow,
  now: Date,
): Pick<PrivateRegistration, 'joining' | 'canChange'> => {
  const takesPlace = seats.cancelled_at === null;
  const publicState = publicStates[registration.state];
  const isListed = publicState !== 'cancelled' && publicState !== 'expired';
  return {
    joining: takesPlace && registration.state === 'confirmed' ? textOrNull(row.joiningDetails) : null,
    canChange: takesPlace && isListed && now.toISOString() < times.starts,
  };
};

/** Returns a registration as its participant sees it. */
export const serialisePrivateRegistration = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  { seats, context }: { seats: SeatsRow; context: WorkshopContext },
  now: Date,
): Promise<PrivateRegistration> => ({
  number: registration.id,
  token: registrationTokenOf(uow.services.linkKeys, registration),
  state: publicStates[registration.state],
  until: instantOrNull(reservedUntil(registration)),
  ahead: registration.state === 'waitlisted' ? await countAhead(uow, registration) : null,
  reserved: registration.reserved,
  workshop: workshopFor(context, seats, now),
  name: registration.name,
  certificateName: registration.certificate_name ?? registration.name,
  ...paymentFor(registration, context),
  accessNeeds: registration.access_needs,
  ...accessTo(registration, context, seats, now),
  certificate: hasCertificate(registration, context, now),
  version: registration.version,
  deletedOn: retentionDay(seats, { times: context.times, timeZone: context.row.timeZone }, context.practice.keepDays),
});
