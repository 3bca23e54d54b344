import type { Core } from '@strapi/strapi';
import { emailRows } from '#src/api/email/outbox/outbox';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { announcedEnd, parseAnnounced } from '#src/api/workshop/domain/announced';
import { retentionDay } from '#src/api/workshop/domain/retention';
import { type SeatsRow, seatsRows } from '#src/api/workshop/seats/seat-rows';
import { inTransaction } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { dayAt } from '#src/time/days';
import { aboutRegistration, registrationRows } from './registration-rows';

/** Deletes all registrations of a workshop and the emails about them; returns the number of registrations. */
export const deleteParticipantsOf = (strapi: Core.Strapi, workshop: string): Promise<number> =>
  inTransaction(strapi, async (uow) => {
    await seatsRows(uow).where({ workshop_id: workshop }).update({ taken: 0, waitlisted: 0 });
    const rows: { id: number }[] = await registrationRows(uow).where({ workshop_id: workshop }).select('id');
    await emailRows(uow)
      .whereIn(
        'about',
        rows.map(({ id }) => aboutRegistration({ id })),
      )
      .delete();
    return registrationRows(uow).where({ workshop_id: workshop }).delete();
  });

/** Returns whether the day of deletion has come; never for a workshop of which nothing was announced. */
const isDue = (seats: SeatsRow, keepDays: number, now: Date): boolean => {
  const announced = parseAnnounced(seats.announced);
  const ends = announced && announcedEnd(announced);
  if (!announced || ends === null) return false;
  const { timeZone } = announced;
  return dayAt(now.toISOString(), timeZone) >= retentionDay(seats, { times: { ends }, timeZone }, keepDays);
};

/**
 * Deletes the participants of every workshop whose retention period is over; returns how many. Certificates are not
 * deleted, because they contain no name.
 */
export const deleteParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const { keepDays } = await practiceOfWorkshops(strapi);
  const workshops: SeatsRow[] = await seatsRows(strapi)
    .whereIn('workshop_id', registrationRows(strapi).distinct('workshop_id'))
    .orderBy('workshop_id')
    .select('*');
  const pace = createPace();
  let deleted = 0;
  for (const seats of workshops) {
    if (isDue(seats, keepDays, now)) deleted += await deleteParticipantsOf(strapi, seats.workshop_id);
    await pace();
  }
  return deleted;
};
