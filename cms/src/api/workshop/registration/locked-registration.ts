import type { Core } from '@strapi/strapi';
import type { WorkshopContext } from '#src/api/workshop/emails/participant-emails';
import { inSeatTransaction, type SeatsRow, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/params';
import { registrationOf, type RegistrationRow } from './registration-rows';
import { readConfirmationToken, readRegistrationToken } from './registration-token';

/** The registration that a private link opens; NotFoundError for a wrong or ended one. Not locked. */
export const registrationByToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> => {
  const link = found(readRegistrationToken(uow.services.linkKeys, token));
  const row = await registrationOf(uow, link.number);
  return found(row && row.link_version === link.linkVersion ? row : null);
};

/** The registration that the link of an email confirms. */
export const registrationByConfirmationToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> =>
  found(await registrationOf(uow, found(readConfirmationToken(uow.services.linkKeys, token))));

/** One registration in the middle of an act upon it: nobody else changes it, or the places of its workshop, meanwhile. */
export interface LockedRegistration {
  uow: UnitOfWork;
  registration: RegistrationRow;
  places: SeatsRow;
  context: WorkshopContext;
}

/**
 * Runs an act upon a registration that `find` names: its workshop's places are locked first, then it is read again.
 *
 * @throws NotFoundError when it, or its workshop, is gone; ConflictError when it is another workshop's meanwhile
 */
export const withLockedRegistration = <T>(
  strapi: Core.Strapi,
  find: (uow: UnitOfWork) => Promise<RegistrationRow>,
  act: (locked: LockedRegistration) => Promise<T>,
): Promise<T> =>
  inSeatTransaction(strapi, async (uow) => {
    const { id, workshop_id } = await find(uow);
    const done = await withLockedSeats(uow, workshop_id, async (places) => {
      const context = found(await loadWorkshopContext(strapi, workshop_id, places));
      const registration = found(await registrationOf(uow, id));
      if (registration.workshop_id !== workshop_id)
        throw new ConflictError('It was moved to another workshop a moment ago. Please look again.');
      return { result: await act({ uow, registration, places, context }) };
    });
    return found(done).result;
  });
