import type { Core } from '@strapi/strapi';
import type { ConfirmedRegistration, PrivateRegistration, RegistrationChange } from 'shared';
import { registrationCalendar } from '#src/api/workshop/calendar/registration-calendar';
import { seatsOf, type SeatsRow } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { confirmRegistration } from './confirm-registration';
import { disownRegistration } from './disown-registration';
import {
  acceptOffer,
  cancelRegistration,
  declineOffer,
  type LockedRegistration,
  registrationByConfirmationToken,
  registrationByToken,
  withLockedRegistration,
} from './registration-actions';
import { registrationOf, type RegistrationRow, registrationRows } from './registration-rows';
import { hasCertificate, serialisePrivateRegistration } from './serialise-registration';

const workshopOf = async (
  uow: UnitOfWork,
  { workshop_id }: RegistrationRow,
): Promise<{ seats: SeatsRow; context: WorkshopContext }> => {
  const seats = found(await seatsOf(uow, workshop_id));
  return { seats, context: found(await loadWorkshopContext(uow.strapi, workshop_id, seats)) };
};

/** Reads the registration again and returns it as its participant sees it. */
const show = async (uow: UnitOfWork, id: number, now: Date): Promise<PrivateRegistration> => {
  const registration = found(await registrationOf(uow, id));
  return serialisePrivateRegistration(uow, registration, await workshopOf(uow, registration), now);
};

/** Runs `action` with the registration that the private link opens, and returns the registration afterwards. */
const change = (
  strapi: Core.Strapi,
  token: string,
  action: (locked: LockedRegistration) => Promise<unknown>,
  now: Date,
): Promise<PrivateRegistration> =>
  withLockedRegistration(
    strapi,
    (uow) => registrationByToken(uow, token),
    async (locked) => {
      await action(locked);
      return show(locked.uow, locked.registration.id, now);
    },
  );

/** Changes the access needs until the workshop begins, and the name on the certificate as long as there can be one. */
const changeDetails = async (
  { uow, registration, context }: LockedRegistration,
  { version, certificateName, accessNeeds }: RegistrationChange,
  now: Date,
): Promise<void> => {
  const { canChange } = await show(uow, registration.id, now);
  if (!canChange && !hasCertificate(registration, context, now))
    throw new ConflictError('This can no longer be changed.');
  const changed = await registrationRows(uow)
    .where({ id: registration.id, version })
    .update({ certificate_name: certificateName, ...(canChange && { access_needs: accessNeeds }), updated_at: now })
    .increment('version', 1);
  if (changed === 0) throw new ConflictError('This has changed since you opened it. Please check it and try again.');
};

const calendarOf = (strapi: Core.Strapi, token: string, now: Date): Promise<string> =>
  inReadTransaction(strapi, async (uow) => {
    const registration = await registrationByToken(uow, token);
    const { seats, context } = await workshopOf(uow, registration);
    if (registration.state !== 'confirmed' || seats.cancelled_at !== null)
      throw new ConflictError('Only confirmed places can be added to a calendar.');
    return registrationCalendar(strapi, registration, context, seats.entry_sequence, now);
  });

/**
 * Returns what participants do with their private link, without an account. All functions throw a NotFoundError for a
 * wrong or revoked link, and a ConflictError for what is no longer possible.
 */
const privateRegistrations = ({ strapi }: { strapi: Core.Strapi }) => ({
  look: (token: string, now: Date): Promise<PrivateRegistration> =>
    inReadTransaction(strapi, async (uow) => show(uow, (await registrationByToken(uow, token)).id, now)),

  change: (changes: RegistrationChange, now: Date): Promise<PrivateRegistration> =>
    change(strapi, changes.token, (locked) => changeDetails(locked, changes, now), now),

  cancel: (token: string, now: Date): Promise<PrivateRegistration> =>
    change(strapi, token, (locked) => cancelRegistration(locked, { by: 'participant', tell: true }, now), now),

  accept: (token: string, now: Date): Promise<PrivateRegistration> =>
    change(strapi, token, (locked) => acceptOffer(locked, now), now),

  decline: (token: string, now: Date): Promise<PrivateRegistration> =>
    change(strapi, token, (locked) => declineOffer(locked, now), now),

  /** @param token the secret of the link in the confirmation email, not that of the private link */
  confirm: (token: string, now: Date): Promise<ConfirmedRegistration> =>
    withLockedRegistration(
      strapi,
      (uow) => registrationByConfirmationToken(uow, token),
      async (locked) => {
        const { id } = found(await confirmRegistration(locked, now));
        const { token: privateToken, state } = await show(locked.uow, id, now);
        return { token: privateToken, state, isOther: id !== locked.registration.id };
      },
    ),

  /** @param token the secret of the link in the confirmation email, as for `confirm` */
  disown: (token: string, now: Date): Promise<void> =>
    withLockedRegistration(
      strapi,
      (uow) => registrationByConfirmationToken(uow, token),
      (locked) => disownRegistration(locked, now),
    ),

  /** Returns the sessions as a calendar file. */
  calendar: (token: string, now: Date): Promise<string> => calendarOf(strapi, token, now),
});

export default privateRegistrations;
