import type { Core } from '@strapi/strapi';
import type { ConfirmedRegistration, PrivateRegistration, RegistrationChange } from 'shared';
import { registrationCalendar } from '#src/api/workshop/calendar/registration-calendar';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/params';
import {
  type LockedRegistration,
  registrationByConfirmationToken,
  registrationByToken,
  withLockedRegistration,
} from './locked-registration';
import { acceptOffer, cancelRegistration, confirmRegistration, declineOffer } from './registration-actions';
import { registrationOf, registrationRows } from './registration-rows';
import { hasCertificate, serialisePrivateRegistration } from './serialise-private-registration';

/** What participants do with their private link, without an account. All throw a NotFoundError for a wrong or ended one. */
const privateRegistrations = ({ strapi }: { strapi: Core.Strapi }) => {
  const shown = async (uow: UnitOfWork, id: number, now: Date): Promise<PrivateRegistration> => {
    const registration = found(await registrationOf(uow, id));
    const places = found(await seatsOf(uow, registration.workshop_id));
    return found(
      await serialisePrivateRegistration(
        uow,
        registration,
        found(await loadWorkshopContext(strapi, registration.workshop_id, places)),
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

    /** What they need, and how their name stands on the certificate: that one also afterwards. */
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

    /** The sessions as a calendar file; ConflictError without a place. */
    calendar: (token: string, now: Date): Promise<string> =>
      inReadTransaction(strapi, async (uow) => {
        const registration = await registrationByToken(uow, token);
        const places = found(await seatsOf(uow, registration.workshop_id));
        if (registration.state !== 'confirmed' || places.cancelled_at !== null)
          throw new ConflictError('There is no place to put into a calendar.');
        return registrationCalendar(
          strapi,
          registration,
          found(await loadWorkshopContext(strapi, registration.workshop_id, places)),
          now,
        );
      }),
  };
};

export default privateRegistrations;
