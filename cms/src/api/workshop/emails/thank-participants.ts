import type { Core } from '@strapi/strapi';
import { emailRows } from '#src/api/email/outbox/outbox';
import { deletionDay } from '#src/api/workshop/domain/deadlines';
import { type LockedRegistration, withLockedRegistration } from '#src/api/workshop/registration/registration-actions';
import { registrationOf, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { hoursOf } from '#src/api/workshop/serialise-workshop';
import { found } from '#src/http/request';
import { emailsOf } from './participant-emails';

/** A slip of her finger can be taken back for so long before an email goes: milliseconds. */
const gracePeriodMs = 10 * 60_000;
/** For so long after its end it is looked at whether somebody was marked beforehand. */
const lookBackMs = 2 * 86_400_000;

const isThankable = ({ registration, context, seats }: LockedRegistration, now: Date): boolean =>
  Boolean(registration.attended) &&
  registration.state === 'confirmed' &&
  seats.cancelled_at === null &&
  now.toISOString() >= context.times.ends;

const thank = async (locked: LockedRegistration, now: Date, notBefore: Date): Promise<boolean> => {
  const { uow, registration, context } = locked;
  const { row, times, practice } = context;
  if (!isThankable(locked, now)) return false;
  return emailsOf(uow, registration, context).thanks(
    hoursOf(row.cpdHours) !== null,
    deletionDay(times.ends, row.timeZone, practice.keepDays),
    notBefore,
  );
};

/**
 * When she marks somebody: who came is thanked, once it is over, with the way to their certificate; unmarking somebody
 * cancels their queued thank-you email.
 */
export const thankOrNot = async (locked: LockedRegistration, attended: boolean | null, now: Date): Promise<void> => {
  const marked = { ...locked, registration: { ...locked.registration, attended } };
  if (attended !== true) await emailsOf(locked.uow, locked.registration, locked.context).cancel('thanks');
  else await thank(marked, now, new Date(now.getTime() + gracePeriodMs));
};

/** Who came and has not been thanked, of workshops that have just ended: she may have marked them at the door. */
const unthanked = async (strapi: Core.Strapi, now: Date): Promise<number[]> => {
  const ended = strapi.db
    .getConnection('workshops')
    .where('ends_at', '<=', now.toISOString())
    .where('ends_at', '>', new Date(now.getTime() - lookBackMs).toISOString())
    .select('document_id');
  const registrations: { id: number }[] = await registrationRows(strapi)
    .whereIn('workshop_id', ended)
    .where({ attended: true, state: 'confirmed' })
    .orderBy('id')
    .select('id');
  const keys: { idempotency_key: string }[] = await emailRows(strapi)
    .whereIn(
      'idempotency_key',
      registrations.map(({ id }) => `thanks:${id}:1`),
    )
    .select('idempotency_key');
  const thanked = new Set(keys.map(({ idempotency_key }) => idempotency_key));
  return registrations.flatMap(({ id }) => (thanked.has(`thanks:${id}:1`) ? [] : [id]));
};

/** Thanks whoever was marked before the end, once it has come; in whatever process, once. Gives how many. */
export const thankParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  let queued = 0;
  for (const id of await unthanked(strapi, now)) {
    const isQueued = await withLockedRegistration(
      strapi,
      async (uow) => found(await registrationOf(uow, id)),
      (locked) => thank(locked, now, now),
    );
    if (isQueued) queued += 1;
  }
  return queued;
};
