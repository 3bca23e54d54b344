import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ParticipantOutcome, ParticipantVersion } from '#src/api/workshop/admin-contract';
import { type LockedRegistration, withLockedRegistration } from '#src/api/workshop/registration/locked-registration';
import { registrationOf } from '#src/api/workshop/registration/registration-rows';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/params';

/** What an act came to besides `done`, which is what nothing means. */
type Came = Pick<ParticipantOutcome, 'became'>['became'];

/**
 * Runs her act upon one participant of a workshop, its places locked, if that is still who she read. What can't be done as things
 * stand is undone and told in words. Shadows hold nothing and are nobody: she never sees them.
 */
export const actOnParticipant = async (
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
