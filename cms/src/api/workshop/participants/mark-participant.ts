import type { Core } from '@strapi/strapi';
import type { Marks, PersonAsRead, PlaceOutcome } from '#src/api/workshop/admin-contract';
import { thankOrNot } from '#src/api/workshop/emails/thank-participants';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { ConflictError } from '#src/http/conflict-error';
import { uponPerson } from './act-on-participant';

/** Why it can't be marked so, or null. */
const obstacle = ({ state, price_pence }: RegistrationRow, { came, paid }: Marks): string | null => {
  if (typeof came === 'boolean' && state !== 'registered')
    return 'Only somebody with a place can be marked as having come or not.';
  return paid === true && (price_pence ?? 0) === 0 ? 'There is nothing to pay for a free place.' : null;
};

/** Marks whether somebody came, and whether they have paid, if they are still what she read. Who came is thanked when it is over. */
export const markPerson = (
  strapi: Core.Strapi,
  workshop: string,
  read: PersonAsRead,
  marks: Marks,
  now: Date,
): Promise<PlaceOutcome> =>
  uponPerson(strapi, workshop, read, async (acting) => {
    const { uow, person } = acting;
    const because = obstacle(person, marks);
    if (because !== null) throw new ConflictError(because);
    const { came, paid } = marks;
    const sets = {
      ...(came !== undefined && { came }),
      ...(paid !== undefined && { paid_at: paid ? (person.paid_at ?? now) : null }),
      updated_at: now,
    };
    await registrationRows(uow).where({ id: person.id }).update(sets).increment('version', 1);
    if (came !== undefined) await thankOrNot(strapi, acting, came, now);
  });
