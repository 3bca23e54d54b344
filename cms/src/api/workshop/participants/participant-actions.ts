import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { AddOutcome, Marks, NewParticipant, ParticipantOutcome, ParticipantVersion } from 'shared';
import { revokeCertificate } from '#src/api/workshop/certificates/certificate-rows';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { thankIfAttended } from '#src/api/workshop/emails/scheduled-emails';
import { choosePrice, findActiveRegistration } from '#src/api/workshop/registration/register';
import {
  cancelRegistration,
  type LockedRegistration,
  withLockedRegistration,
} from '#src/api/workshop/registration/registration-actions';
import {
  insertRegistration,
  isDecoy,
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { inSeatTransaction, takeSeat, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { macOfContent } from '#src/security/sent-content';
import { dayAt, startOfDay } from '#src/time/days';

const insertParticipant = (
  uow: UnitOfWork,
  { row: workshop }: WorkshopContext,
  participant: NewParticipant & { contentMac: string },
  now: Date,
): Promise<RegistrationRow> => {
  const price = choosePrice(pricesOf(workshop), participant.price);
  return insertRegistration(uow, {
    workshop_id: workshop.documentId,
    state: 'confirmed',
    reserved: 'seat',
    name: participant.name,
    certificate_name: participant.name,
    email: participant.email,
    access_needs: participant.accessNeeds,
    price_label: price?.label ?? null,
    price_pence: price?.pence ?? null,
    added_manually: true,
    nonce: participant.nonce,
    content_mac: participant.contentMac,
    sent: now,
    confirmed_at: now,
    seat_given_at: now,
    version: 1,
    link_version: 1,
    holds_seat: true,
    created_at: now,
    updated_at: now,
  });
};

/** Why a form that was changed and sent again adds nobody at first: the counsellor did not see the first response. */
const sentBefore = ({ name, email }: RegistrationRow): string =>
  `You have already added ${name} (${email}) with this form, and they have a place. If this is someone else, press “Add participant” again.`;

/**
 * Adds a participant with a confirmed seat and emails them the details, but never ahead of the waitlist. The same form
 * sent twice adds one participant; changed and sent again, it says who was added before.
 * @throws NotFoundError for an unknown workshop; ValidationError for a price that it lacks
 */
export const addParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  participant: NewParticipant,
  now: Date,
): Promise<AddOutcome> =>
  inSeatTransaction(strapi, async (uow) => {
    const added = await withLockedSeats(uow, workshop, async (seats): Promise<AddOutcome> => {
      const { nonce } = participant;
      const contentMac = macOfContent(uow.services.linkKeys, `workshop:${workshop}`, participant);
      const [before]: RegistrationRow[] = await registrationRows(uow).where({ workshop_id: workshop, nonce });
      if (before?.content_mac === contentMac) return { status: 'done', number: before.id };
      if (before) return { status: 'refused', reason: sentBefore(before) };
      const context = found(await loadWorkshopContext(strapi, workshop, seats));
      if (seats.cancelled_at !== null) return { status: 'refused', reason: 'This workshop is cancelled.' };
      if (now.toISOString() >= context.times.ends) return { status: 'refused', reason: 'This workshop is over.' };
      if (await findActiveRegistration(uow, workshop, participant.email))
        return { status: 'refused', reason: 'Someone with this email address is already on the list.' };
      if (!(await takeSeat(uow, workshop))) return { status: 'full' };
      const row = await insertParticipant(uow, context, { ...participant, contentMac }, now);
      await emailsOf(uow, row, context).placeConfirmed(now);
      return { status: 'done', number: row.id };
    });
    return found(added);
  });

type Settled = { status: 'done'; told?: boolean } | { status: 'already-cancelled' };

/**
 * Runs an action of the counsellor on one participant, with the seats locked, if the version is still the one that was
 * read. A ConflictError rolls back and becomes the outcome `refused`. Decoys are treated as not found.
 * @param isCancelling what is cancelled already is said to be, whichever version was read
 */
const actOnParticipant = async (
  strapi: Core.Strapi,
  workshop: string,
  { number, version }: ParticipantVersion,
  act: (locked: LockedRegistration) => Promise<Settled>,
  isCancelling = false,
): Promise<ParticipantOutcome> => {
  try {
    const settled = await withLockedRegistration(
      strapi,
      async (uow) => {
        const row = await registrationOf(uow, number);
        return found(row && row.workshop_id === workshop && !isDecoy(row) ? row : null);
      },
      async (locked): Promise<Settled | { status: 'changed' }> => {
        if (isCancelling && locked.registration.state === 'cancelled') return { status: 'already-cancelled' };
        return locked.registration.version === version ? act(locked) : { status: 'changed' };
      },
    );
    return { number, ...settled };
  } catch (error) {
    if (error instanceof ConflictError) return { number, status: 'refused', reason: error.message };
    if (error instanceof errors.NotFoundError) return { number, status: 'gone' };
    throw error;
  }
};

/** Why the marks are not allowed, or null. */
const whyNotMarkable = (
  { registration: { state, price_pence }, context: { times, row } }: LockedRegistration,
  { attended, paid }: Marks,
  now: Date,
): string | null => {
  if (typeof attended === 'boolean' && state !== 'confirmed')
    return 'Attendance can only be marked for people with a place.';
  if (typeof attended === 'boolean' && now.toISOString() < startOfDay(dayAt(times.starts, row.timeZone), row.timeZone))
    return 'Attendance can be marked from the day of the first session on.';
  return paid === true && (price_pence ?? 0) === 0 ? 'There is nothing to pay for a free place.' : null;
};

/**
 * Marks whether a participant attended and has paid. Attendees get a thank-you email when the workshop is over;
 * removing the mark revokes a certificate.
 */
export const markParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  marks: Marks,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(strapi, workshop, read, async (locked) => {
    const { uow, registration } = locked;
    const reason = whyNotMarkable(locked, marks, now);
    if (reason !== null) throw new ConflictError(reason);
    const { attended, paid } = marks;
    const sets = {
      ...(attended !== undefined && { attended }),
      ...(paid !== undefined && { paid_at: paid ? (registration.paid_at ?? now) : null }),
      updated_at: now,
    };
    await registrationRows(uow).where({ id: registration.id }).update(sets).increment('version', 1);
    if (attended === undefined) return { status: 'done' };
    // A certificate that was downloaded says something that is no longer true.
    if (attended !== true) await revokeCertificate(uow, registration);
    await thankIfAttended(locked, attended, now);
    return { status: 'done' };
  });

/**
 * Cancels a participant's registration, with or without an email, and offers the seat that this frees. The outcome says
 * whether there is an email: an address that nobody has confirmed gets none.
 */
export const cancelParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  notify: boolean,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(
    strapi,
    workshop,
    read,
    async (locked) => ({
      status: 'done',
      told: await cancelRegistration(locked, { by: 'counsellor', tell: notify }, now),
    }),
    true,
  );
