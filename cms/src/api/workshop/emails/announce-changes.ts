import { placeEntry, removedEntries } from '#src/api/workshop/calendar/registration-calendar';
import { type Announced, isChanged, removedSessions } from '#src/api/workshop/domain/announced';
import { registrationRows } from '#src/api/workshop/registration/registration-rows';
import { type PlacesRow, placesRows } from '#src/api/workshop/seats/seat-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import type { Around } from './participant-emails';
import { lettersOf } from './participant-emails';

const announcedOf = ({ row, times }: Around): Announced => ({
  sessions: times.sessions,
  timeZone: row.timeZone,
  place: row.place,
  venueName: row.venueName,
  venueAddress: row.venueAddress,
  joiningDetails: row.joiningDetails,
});

const tell = async (uow: UnitOfWork, around: Around, before: Announced, after: Announced, now: Date): Promise<void> => {
  const people = await registrationRows(uow)
    .where({ workshop_id: around.row.documentId })
    .whereIn('state', ['registered', 'offered', 'waiting'])
    .orderBy('id')
    .select('*');
  const removed = removedSessions(before, after);
  for (const person of people) {
    const letters = lettersOf(uow, person, around);
    // What was about to say the old date.
    for (const kind of ['reminder-week', 'reminder-day']) await letters.withdraw(kind);
    const entries =
      person.state === 'registered'
        ? [
            ...placeEntry(strapi, person, around, 'REQUEST', now),
            ...removedEntries(strapi, person, around, removed, now),
          ]
        : [];
    await letters.changed(now, entries);
  }
};

/**
 * Tells who plans to come what has changed since they were last told, in the transaction of the publication, with entries that replace
 * those in their calendars. A workshop that is over, or called off, changes for nobody.
 */
export const announceChanges = async (uow: UnitOfWork, around: Around, places: PlacesRow, now: Date): Promise<void> => {
  const after = announcedOf(around);
  const before = places.announced === null ? null : (JSON.parse(places.announced) as Announced);
  const mine = { workshop_id: around.row.documentId };
  if (before !== null && !isChanged(before, after)) return;
  const sequence = before === null ? places.sequence : places.sequence + 1;
  await placesRows(uow)
    .where(mine)
    .update({ announced: JSON.stringify(after), sequence });
  if (before !== null && places.cancelled_at === null && now.toISOString() < around.times.ends)
    await tell(uow, { ...around, sequence }, before, after, now);
};
