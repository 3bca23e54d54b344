import type { Core } from '@strapi/strapi';
import type { Around } from '#src/api/workshop/emails/participant-emails';
import { inPlaceTransaction, type PlacesRow, withPlaces } from '#src/api/workshop/seats/seat-rows';
import { aroundOf } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';
import { servicesOf } from '#src/services';
import { registrationOf, type RegistrationRow } from './registration-rows';
import { readConfirmPlaceToken, readPlaceToken } from './registration-token';

/** The registration that a private link opens; NotFoundError for a wrong or ended one. Not locked. */
export const byPlaceToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> => {
  const link = found(readPlaceToken(servicesOf(strapi).linkKeys, token));
  const row = await registrationOf(uow, link.number);
  return found(row && row.link_version === link.linkVersion ? row : null);
};

/** The registration that the link of a letter confirms. */
export const byConfirmToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> =>
  found(await registrationOf(uow, found(readConfirmPlaceToken(servicesOf(strapi).linkKeys, token))));

/** One registration in the middle of an act upon it: nobody else changes it, or the places of its workshop, meanwhile. */
export interface Acting {
  uow: UnitOfWork;
  person: RegistrationRow;
  places: PlacesRow;
  around: Around;
}

/**
 * Runs an act upon a registration that `find` names: its workshop's places are locked first, then it is read again.
 *
 * @throws NotFoundError when it, or its workshop, is gone; ConflictError when it is another workshop's meanwhile
 */
export const actUpon = <T>(
  strapi: Core.Strapi,
  find: (uow: UnitOfWork) => Promise<RegistrationRow>,
  act: (acting: Acting) => Promise<T>,
): Promise<T> =>
  inPlaceTransaction(strapi, async (uow) => {
    const { id, workshop_id } = await find(uow);
    const done = await withPlaces(uow, workshop_id, async (places) => {
      const around = found(await aroundOf(strapi, workshop_id, places));
      const person = found(await registrationOf(uow, id));
      if (person.workshop_id !== workshop_id)
        throw new ConflictError('It was moved to another workshop a moment ago. Please look again.');
      return { result: await act({ uow, person, places, around }) };
    });
    return found(done).result;
  });
