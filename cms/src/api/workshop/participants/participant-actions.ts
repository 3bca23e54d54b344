import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Marks, ParticipantOutcome, ParticipantVersion } from '#src/api/workshop/admin-contract';
import { thankOrNot } from '#src/api/workshop/emails/thank-participants';
import {
  cancelRegistration,
  type LockedRegistration,
  withLockedRegistration,
} from '#src/api/workshop/registration/registration-actions';
import {
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';

/** What an act came to besides `done`, which is what nothing means. */
type Came = Pick<ParticipantOutcome, 'became'>['became'];

/**
 * Runs her act upon one participant of a workshop, its places locked, if that is still who she read. What can't be done as things
 * stand is undone and told in words. Shadows hold nothing and are nobody: she never sees them.
 */
const actOnParticipant = async (
  strapi: Core.Strapi,
  workshop: string,
  { number, version }: ParticipantVersion,
  act: (locked: LockedRegistration) => Promise<void>,
): Promise<ParticipantOutcome> => {
  try {
    const became = await withLockedRegistration(
      strapi,
      async (uow) => {
        const row = await registrationOf(uow, number);
        return found(row && row.workshop_id === workshop && row.state !== 'decoy' ? row : null);
      },
      async (locked): Promise<Exclude<Came, 'refused'>> => {
        if (locked.registration.version !== version) return 'changed';
        await act(locked);
        return 'done';
      },
    );
    return { number, became };
  } catch (error) {
    if (error instanceof ConflictError) return { number, became: 'refused', because: error.message };
    if (error instanceof errors.NotFoundError) return { number, became: 'gone' };
    throw error;
  }
};

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

/** Takes somebody off the list, with or without telling them, if they are still what she read; what that frees is offered. */
export const cancelParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  tell: boolean,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(strapi, workshop, read, (locked) => cancelRegistration(locked, { by: 'counsellor', tell }, now));
