import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Marks, ParticipantOutcome, ParticipantVersion } from '#src/api/workshop/admin-contract';
import { thankIfAttended } from '#src/api/workshop/emails/scheduled-emails';
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

/** The outcome of an action on one participant. */
type Came = Pick<ParticipantOutcome, 'became'>['became'];

/**
 * Runs an action of the counsellor on one participant, with the seats locked, if the version is still the one that was
 * read. A ConflictError rolls back and becomes the outcome `refused`. Decoys are treated as not found.
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

/** Why the marks are not allowed, or null. */
const whyNotMarkable = ({ state, price_pence }: RegistrationRow, { attended, paid }: Marks): string | null => {
  if (typeof attended === 'boolean' && state !== 'confirmed')
    return 'Only somebody with a place can be marked as having come or not.';
  return paid === true && (price_pence ?? 0) === 0 ? 'There is nothing to pay for a free place.' : null;
};

/** Marks whether a participant attended and has paid. Attendees get a thank-you email when the workshop is over. */
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
    if (attended !== undefined) await thankIfAttended(locked, attended, now);
  });

/** Cancels a participant's registration, with or without an email, and offers the seat that this frees. */
export const cancelParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  tell: boolean,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(strapi, workshop, read, (locked) => cancelRegistration(locked, { by: 'counsellor', tell }, now));
