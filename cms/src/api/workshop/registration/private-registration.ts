import type { Core } from '@strapi/strapi';
import type { ConfirmedRegistration, PrivateRegistration, RegistrationChange, RegistrationState } from 'shared';
import { registrationCalendar } from '#src/api/workshop/calendar/registration-calendar';
import { deletionDay } from '#src/api/workshop/domain/deadlines';
import { stateOf } from '#src/api/workshop/domain/state';
import { seatsOf, type SeatsRow } from '#src/api/workshop/seats/seat-rows';
import { hoursOf, venueOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-context';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf, textOrNull } from '#src/http/serialise';
import {
  acceptOffer,
  cancelRegistration,
  confirmRegistration,
  declineOffer,
  type LockedRegistration,
  registrationByConfirmationToken,
  registrationByToken,
  withLockedRegistration,
} from './registration-actions';
import { registrationTokenOf } from './registration-links';
import { registrationOf, type RegistrationRow, registrationRows, type StoredState } from './registration-rows';

const told: Readonly<Record<StoredState, RegistrationState>> = {
  pending: 'unconfirmed',
  waitlist_pending: 'unconfirmed',
  decoy: 'unconfirmed',
  confirmed: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'offered',
  cancelled: 'cancelled',
  expired: 'expired',
};

const countAhead = async (uow: UnitOfWork, { id, workshop_id, sent }: RegistrationRow): Promise<number> => {
  const row = await registrationRows(uow)
    .where({ workshop_id, state: 'waitlisted' })
    .where(
      (before) =>
        void before.where('sent', '<', sent).orWhere((same) => void same.where('sent', sent).where('id', '<', id)),
    )
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(row[0]?.n ?? 0);
};

/**
 * Whether a certificate can be issued: the workshop has CPD hours and is over, and the participant is marked as
 * attended.
 */
export const hasCertificate = (registration: RegistrationRow, { row, times }: WorkshopContext, now: Date): boolean =>
  registration.state === 'confirmed' &&
  Boolean(registration.attended) &&
  hoursOf(row.cpdHours) !== null &&
  now.toISOString() >= times.ends;

const workshopFor = ({ row, times }: WorkshopContext, seats: SeatsRow, now: Date): PrivateRegistration['workshop'] => ({
  slug: row.slug,
  title: row.title,
  state: stateOf(times, seats, seats.cancelled_at !== null, now),
  sessions: [...times.sessions],
  timeZone: row.timeZone,
  format: row.format,
  venue: venueOf(row),
  mapUrl: textOrNull(row.mapUrl),
  cancellationTerms: textOrNull(row.cancellationTerms),
  cancellationMessage: textOrNull(seats.cancellation_message),
});

const toPay = (
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

/** The joining details, and whether the registration can be changed: both only while the workshop is not cancelled. */
const whileItRuns = (
  registration: RegistrationRow,
  { row, times }: WorkshopContext,
  seats: SeatsRow,
  now: Date,
): Pick<PrivateRegistration, 'joining' | 'canChange'> => {
  const takesPlace = seats.cancelled_at === null;
  const isListed = registration.state !== 'cancelled' && registration.state !== 'expired';
  return {
    joining: takesPlace && registration.state === 'confirmed' ? textOrNull(row.joiningDetails) : null,
    canChange: takesPlace && isListed && now.toISOString() < times.starts,
  };
};

/**
 * A registration as its participant sees it; a decoy looks like any unconfirmed one. Null when its workshop is gone.
 */
const serialisePrivateRegistration = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): Promise<PrivateRegistration | null> => {
  const seats = await seatsOf(uow, registration.workshop_id);
  if (seats === null) return null;
  return {
    number: registration.id,
    token: registrationTokenOf(uow.services.linkKeys, {
      number: registration.id,
      linkVersion: registration.link_version,
    }),
    state: told[registration.state],
    until: registration.until === null ? null : instantOf(registration.until),
    ahead: registration.state === 'waitlisted' ? await countAhead(uow, registration) : null,
    reserved: registration.reserved,
    workshop: workshopFor(context, seats, now),
    name: registration.name,
    certificateName: registration.certificate_name ?? registration.name,
    ...toPay(registration, context),
    accessNeeds: registration.access_needs,
    ...whileItRuns(registration, context, seats, now),
    certificate: hasCertificate(registration, context, now),
    version: registration.version,
    deleted: deletionDay(context.times.ends, context.row.timeZone, context.practice.keepDays),
  };
};

/**
 * What participants do with their private link, without an account. All throw a NotFoundError for an unknown or revoked
 * link.
 */
const privateRegistrations = ({ strapi }: { strapi: Core.Strapi }) => {
  const shown = async (uow: UnitOfWork, id: number, now: Date): Promise<PrivateRegistration> => {
    const registration = found(await registrationOf(uow, id));
    const seats = found(await seatsOf(uow, registration.workshop_id));
    return found(
      await serialisePrivateRegistration(
        uow,
        registration,
        found(await loadWorkshopContext(strapi, registration.workshop_id, seats)),
        now,
      ),
    );
  };

  const doing = (
    token: string,
    act: (locked: LockedRegistration) => Promise<void>,
    now: Date,
  ): Promise<PrivateRegistration> =>
    withLockedRegistration(
      strapi,
      (uow) => registrationByToken(uow, token),
      async (locked) => {
        await act(locked);
        return shown(locked.uow, locked.registration.id, now);
      },
    );

  return {
    look: (token: string, now: Date): Promise<PrivateRegistration> =>
      inReadTransaction(strapi, async (uow) => shown(uow, (await registrationByToken(uow, token)).id, now)),

    /** Changes the access needs and the name on the certificate; the latter also after the workshop. */
    change: (
      { token, version, certificateName, accessNeeds }: RegistrationChange,
      now: Date,
    ): Promise<PrivateRegistration> =>
      doing(
        token,
        async ({ uow, registration, context }) => {
          const view = await shown(uow, registration.id, now);
          const sets = view.canChange
            ? { certificate_name: certificateName, access_needs: accessNeeds }
            : { certificate_name: certificateName };
          if (!view.canChange && !hasCertificate(registration, context, now))
            throw new ConflictError('This can’t be changed any more.');
          const changed = await registrationRows(uow)
            .where({ id: registration.id, version })
            .update({ ...sets, updated_at: now })
            .increment('version', 1);
          if (changed === 0)
            throw new ConflictError('This was changed elsewhere since you opened it. Please look at it once more.');
        },
        now,
      ),

    cancel: (token: string, now: Date): Promise<PrivateRegistration> =>
      doing(token, (locked) => cancelRegistration(locked, { by: 'participant', tell: true }, now), now),
    accept: (token: string, now: Date): Promise<PrivateRegistration> =>
      doing(token, (locked) => acceptOffer(locked, now), now),
    passOn: (token: string, now: Date): Promise<PrivateRegistration> =>
      doing(token, (locked) => declineOffer(locked, now), now),

    confirm: (token: string, now: Date): Promise<ConfirmedRegistration> =>
      withLockedRegistration(
        strapi,
        (uow) => registrationByConfirmationToken(uow, token),
        async (locked) => {
          found((await confirmRegistration(locked, now)) || null);
          const { token: own, state } = await shown(locked.uow, locked.registration.id, now);
          return { token: own, state };
        },
      ),

    /** The sessions as a calendar file; ConflictError without a confirmed seat. */
    calendar: (token: string, now: Date): Promise<string> =>
      inReadTransaction(strapi, async (uow) => {
        const registration = await registrationByToken(uow, token);
        const seats = found(await seatsOf(uow, registration.workshop_id));
        if (registration.state !== 'confirmed' || seats.cancelled_at !== null)
          throw new ConflictError('There is no place to put into a calendar.');
        return registrationCalendar(
          strapi,
          registration,
          found(await loadWorkshopContext(strapi, registration.workshop_id, seats)),
          now,
        );
      }),
  };
};

export default privateRegistrations;
