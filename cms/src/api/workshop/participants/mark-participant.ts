import type { Core } from '@strapi/strapi';
import type { Marks, ParticipantOutcome, ParticipantVersion } from '#src/api/workshop/admin-contract';
import { thankOrNot } from '#src/api/workshop/emails/thank-participants';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { ConflictError } from '#src/http/errors';
import { actOnParticipant } from './act-on-participant';

/** Why it can't be marked so, or null. */
const whyNotMarkable = ({ state, price_pence }: RegistrationRow, { attended, paid }: Marks): string | null => {
  if (typeof attended === 'boolean' && state !== 'confirmed')
    return 'Only somebody with a place can be marked as having come or not.';
  return paid === true && (price_pence ?? 0) === 0 ? 'There is nothing to pay for a free place.' : null;
};

/** Marks whether somebody came, and whether they have paid, if they are still what she read. Who came is thanked when it is over. */
export const markParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  marks: Marks,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(strapi, workshop, read, async (locked) => {
    const { uow, registration } = locked;
    const because = whyNotMarkable(registration, marks);
    if (because !== null) throw new ConflictError(because);
    const { attended, paid } = marks;
    const sets = {
      ...(attended !== undefined && { attended }),
      ...(paid !== undefined && { paid_at: paid ? (registration.paid_at ?? now) : null }),
      updated_at: now,
    };
    await registrationRows(uow).where({ id: registration.id }).update(sets).increment('version', 1);
    if (attended !== undefined) await thankOrNot(locked, attended, now);
  });
