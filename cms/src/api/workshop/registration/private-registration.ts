import type { Core } from '@strapi/strapi';
import type { ConfirmedPlace, PlaceChange, PrivatePlace } from 'shared';
import { placeFile } from '#src/api/workshop/calendar/registration-calendar';
import { placesOf } from '#src/api/workshop/seats/seat-rows';
import { aroundOf } from '#src/api/workshop/workshop-context';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';
import { type Acting, actUpon, byConfirmToken, byPlaceToken } from './locked-registration';
import { hasCertificate, privateView } from './private-view';
import { acceptOffer, cancelPlace, confirmPlace, passOffer } from './registration-actions';
import { registrationOf, registrationRows } from './registration-rows';

/** What participants do with their private link, without an account. All throw a NotFoundError for a wrong or ended one. */
const privatePlaces = ({ strapi }: { strapi: Core.Strapi }) => {
  const shown = async (uow: UnitOfWork, id: number, now: Date): Promise<PrivatePlace> => {
    const person = found(await registrationOf(uow, id));
    const places = found(await placesOf(uow, person.workshop_id));
    return found(await privateView(uow, person, found(await aroundOf(strapi, person.workshop_id, places)), now));
  };

  const doing = (token: string, act: (acting: Acting) => Promise<void>, now: Date): Promise<PrivatePlace> =>
    actUpon(
      strapi,
      (uow) => byPlaceToken(uow, token),
      async (acting) => {
        await act(acting);
        return shown(acting.uow, acting.person.id, now);
      },
    );

  return {
    look: (token: string, now: Date): Promise<PrivatePlace> =>
      inReadTransaction(strapi, async (uow) => shown(uow, (await byPlaceToken(uow, token)).id, now)),

    /** What they need, and how their name stands on the certificate: that one also afterwards. */
    change: ({ token, version, certificateName, needs }: PlaceChange, now: Date): Promise<PrivatePlace> =>
      doing(
        token,
        async ({ uow, person, around }) => {
          const view = await shown(uow, person.id, now);
          const sets = view.mayChange
            ? { certificate_name: certificateName, needs }
            : { certificate_name: certificateName };
          if (!view.mayChange && !hasCertificate(person, around, now))
            throw new ConflictError('This can’t be changed any more.');
          const changed = await registrationRows(uow)
            .where({ id: person.id, version })
            .update({ ...sets, updated_at: now })
            .increment('version', 1);
          if (changed === 0)
            throw new ConflictError('This was changed elsewhere since you opened it. Please look at it once more.');
        },
        now,
      ),

    cancel: (token: string, now: Date): Promise<PrivatePlace> =>
      doing(token, (acting) => cancelPlace(strapi, acting, { by: 'participant', tell: true }, now), now),
    accept: (token: string, now: Date): Promise<PrivatePlace> =>
      doing(token, (acting) => acceptOffer(strapi, acting, now), now),
    passOn: (token: string, now: Date): Promise<PrivatePlace> =>
      doing(token, (acting) => passOffer(strapi, acting, now), now),

    confirm: (token: string, now: Date): Promise<ConfirmedPlace> =>
      actUpon(
        strapi,
        (uow) => byConfirmToken(uow, token),
        async (acting) => {
          found((await confirmPlace(strapi, acting, now)) || null);
          const { token: own, state } = await shown(acting.uow, acting.person.id, now);
          return { token: own, state };
        },
      ),

    /** The sessions as a calendar file; ConflictError without a place. */
    calendar: (token: string, now: Date): Promise<string> =>
      inReadTransaction(strapi, async (uow) => {
        const person = await byPlaceToken(uow, token);
        const places = found(await placesOf(uow, person.workshop_id));
        if (person.state !== 'registered' || places.cancelled_at !== null)
          throw new ConflictError('There is no place to put into a calendar.');
        return placeFile(strapi, person, found(await aroundOf(strapi, person.workshop_id, places)), now);
      }),
  };
};

export default privatePlaces;
