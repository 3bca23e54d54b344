import { changedEntryAttachments } from '#src/api/workshop/calendar/registration-calendar';
import {
  addChanges,
  type Announced,
  announcedEnd,
  isChanged,
  numberSessions,
  parseAnnounced,
  parseChanges,
  removedSessions,
} from '#src/api/workshop/domain/announced';
import {
  type HeldChange,
  holdChange,
  lastTold,
  parseHeld,
  sentAfter,
  withHeldSessions,
} from '#src/api/workshop/domain/held-changes';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { type SeatsRow, seatsRows } from '#src/api/workshop/seats/seat-rows';
import { namesZoneOf } from '#src/api/workshop/serialise-workshop';
import {
  loadWorkshopContext,
  publishedForm,
  type RegistrationWorkshopRow,
  type WorkshopContext,
} from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { changesInWords } from './changes-in-words';
import { cancelEmailsOf, emailsOf } from './participant-emails';

/** Returns the ids of the draft's sessions, which stay the same while the counsellor edits them, in their order. */
const draftSessionRows = async ({ strapi }: UnitOfWork, documentId: string): Promise<number[]> => {
  const draft = (await strapi.db.query('api::workshop.workshop').findOne({
    select: ['id'],
    where: { documentId, publishedAt: null },
    populate: { sessions: { select: ['id'] } },
  })) as { sessions: { id: number }[] } | null;
  return (draft?.sessions ?? []).map(({ id }) => id);
};

/** Returns what a published workshop announces, with its sessions numbered. */
const announcementOf = async (
  uow: UnitOfWork,
  { row, times }: Pick<WorkshopContext, 'row' | 'times'>,
  before: Announced | null,
): Promise<Announced> => {
  const rows = await draftSessionRows(uow, row.documentId);
  const sessions = times.sessions.map((session, index) => ({ ...session, row: rows[index] ?? null }));
  return {
    ...numberSessions(before, sessions),
    timeZone: row.timeZone,
    format: row.format,
    venueName: row.venueName,
    venueAddress: row.venueAddress,
    joiningDetails: row.joiningDetails,
  };
};

interface Publication {
  /** What was published before, and is now. */
  before: Announced;
  after: Announced;
  /** The change that participants were not told about yet, and the one that they will be. */
  held: HeldChange | null;
  holding: HeldChange;
}

/** Queues the email about the changes since a participant was last told; none if there are none. */
const tellParticipant = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  { before, after, held, holding }: Publication,
  now: Date,
): Promise<void> => {
  // Reminders in the queue name the old date.
  await cancelEmailsOf(uow, registration, 'weekReminder');
  await cancelEmailsOf(uow, registration, 'dayReminder');
  if (held !== null) await cancelEmailsOf(uow, registration, 'workshopChanged');
  const told = lastTold(before, held, new Date(registration.seat_given_at ?? registration.sent));
  if (told !== null && !isChanged(told, after)) return;
  const known = told ?? withHeldSessions(before, held) ?? before;
  const entries =
    registration.state === 'confirmed'
      ? await changedEntryAttachments(uow, registration, { from: context, to: context }, now)
      : null;
  const gone = (entries?.gone ?? removedSessions(known, after)).filter(({ ends }) => ends > now.toISOString());
  const namesZone = namesZoneOf(context.row, context.practice);
  await emailsOf(uow, registration, context).workshopChanged({
    attachments: entries === null ? [] : [...entries.added, ...entries.removed],
    news: changesInWords(known, after, { gone, namesZone }),
    notBefore: sentAfter(holding),
    expiresAt: new Date([announcedEnd(known) ?? '', context.times.ends].sort().at(-1) ?? context.times.ends),
  });
};

const tellParticipants = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  publication: Publication,
  now: Date,
): Promise<void> => {
  const registrations = await registrationRows(uow)
    .where({ workshop_id: context.row.documentId })
    .whereIn('state', ['confirmed', 'offered', 'waitlisted'])
    .orderBy('id')
    .select('*');
  for (const registration of registrations) await tellParticipant(uow, registration, context, publication, now);
};

/**
 * Stores what a publication announces and, in the same transaction, queues emails to participants about what has
 * changed since they were last told, with calendar entries that replace the earlier ones. The emails wait for some
 * minutes, and further changes are added to them: what was changed and changed back tells nobody. Nobody is told about
 * a workshop that was over before and is now, or about a cancelled one. Returns the workshop as it is announced; null
 * without valid times.
 */
export const announceChanges = async (
  uow: UnitOfWork,
  row: RegistrationWorkshopRow,
  seats: SeatsRow,
  now: Date,
): Promise<WorkshopContext | null> => {
  const published = await loadWorkshopContext(uow.strapi, row, seats);
  if (published === null) return null;
  const before = parseAnnounced(seats.announced);
  const held = parseHeld(seats.held, now);
  const after = await announcementOf(uow, published, withHeldSessions(before, held));
  const at = now.toISOString();
  const isAhead = at < published.times.ends || (before !== null && at < (announcedEnd(before) ?? at));
  const changes = parseChanges(seats.changes);
  const hasNews = before !== null && isChanged(before, after);
  const sequence = hasNews ? seats.sequence + 1 : seats.sequence;
  const holding = hasNews && isAhead ? holdChange(held, { before, changes }, now) : null;
  const announced = JSON.stringify(after);
  await seatsRows(uow)
    .where({ workshop_id: row.documentId })
    .update({
      announced,
      sequence,
      ...(holding && {
        held: JSON.stringify(holding),
        changes: JSON.stringify(addChanges(holding.changes, holding.from, after, at)),
      }),
      published_as: publishedForm(row),
    });
  const context = await loadWorkshopContext(uow.strapi, row, { ...seats, announced, sequence });
  if (context !== null && before !== null && holding !== null && seats.cancelled_at === null)
    await tellParticipants(uow, context, { before, after, held, holding }, now);
  return context;
};
