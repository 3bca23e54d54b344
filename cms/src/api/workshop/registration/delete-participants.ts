import type { Core } from '@strapi/strapi';
import { emailRows } from '#src/api/email/outbox/outbox';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import type { Announced } from '#src/api/workshop/domain/announced';
import { deletionDay } from '#src/api/workshop/domain/schedule';
import { dayAt } from '#src/api/workshop/domain/times';
import { seatsRows } from '#src/api/workshop/seats/seat-rows';
import { inTransaction } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { aboutRegistration, registrationRows } from './registration-rows';

interface EndedWorkshop {
  document_id: string;
  ends_at: string | null;
  time_zone: string;
  announced: string | null;
}

/** Returns when the workshop ended; without sessions, the end that was last announced to participants. */
const endOf = ({ ends_at, announced }: EndedWorkshop): string | null =>
  ends_at ?? (announced === null ? null : ((JSON.parse(announced) as Announced).sessions.at(-1)?.ends ?? null));

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

/**
 * Deletes the participants of every workshop whose retention period is over; returns how many. Certificates are not
 * deleted, because they contain no name.
 */
export const deleteParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const { keepDays } = await practiceOfWorkshops(strapi);
  const withParticipants = registrationRows(strapi).distinct('workshop_id');
  const workshops: EndedWorkshop[] = await strapi.db
    .getConnection('workshops')
    .leftJoin('workshop_seats', 'workshop_seats.workshop_id', 'workshops.document_id')
    .whereIn('document_id', withParticipants)
    .groupBy('document_id', 'time_zone', 'announced')
    .select('document_id', 'time_zone', 'announced')
    .max('ends_at as ends_at');
  const pace = createPace();
  let deleted = 0;
  for (const workshop of workshops) {
    const { document_id, time_zone } = workshop;
    const ends = endOf(workshop);
    if (ends !== null && dayAt(now.toISOString(), time_zone) >= deletionDay(ends, time_zone, keepDays))
      deleted += await deleteParticipantsOf(strapi, document_id);
    await pace();
  }
  return deleted;
};
