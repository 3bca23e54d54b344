import { notifyOfDisowned } from '#src/api/workshop/emails/counsellor-emails';
import { refuseWhen } from '#src/http/errors';
import { found } from '#src/http/request';
import { cancelRegistration, isOver, isUnconfirmed, type LockedRegistration } from './registration-actions';
import { listedStates, registrationRows, type StoredState } from './registration-rows';

const isListed = (state: StoredState): boolean => (listedStates as readonly StoredState[]).includes(state);

/**
 * Gives back the place that somebody else registered with the owner's address. The registration is cancelled without an
 * email to that address, its seat is offered to the waitlist, and its private links end, because they belong to whoever
 * registered. The counsellor is told. Doing it again changes nothing.
 *
 * @throws NotFoundError once the registration has expired; ConflictError if it was confirmed from the same address
 */
export const disownRegistration = async (locked: LockedRegistration, now: Date): Promise<void> => {
  const { uow, registration, context } = locked;
  const { id, state, disowned_at, link_version } = registration;
  if (disowned_at !== null) return;
  refuseWhen(isListed(state), 'This was confirmed from the same email address.');
  found(isUnconfirmed(registration) && isOver(locked, now) ? null : registration);
  if (isUnconfirmed(registration)) await cancelRegistration(locked, { by: 'participant', tell: false }, now);
  await registrationRows(uow)
    .where({ id })
    .update({ disowned_at: now, link_version: link_version + 1, updated_at: now })
    .increment('version', 1);
  await notifyOfDisowned(uow, context, now);
};
