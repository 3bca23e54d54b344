import { emailRows } from '#src/api/email/outbox/outbox';
import { emailKinds } from '#src/api/workshop/emails/email-kinds';
import {
  aboutRegistration,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { type NumberedSession, numberedSessions } from './workshop-entry';

/** A session of a workshop, by its documentId, that a participant was sent as a calendar entry. */
export interface KnownEntry extends NumberedSession {
  workshop: string;
}

/**
 * What is stored in `registrations`: the entries that a participant's calendar has, and those that it will have once
 * the emails about changes in the queue are delivered.
 */
interface StoredEntries {
  has: readonly KnownEntry[];
  will: readonly KnownEntry[];
}

type Registration = Pick<RegistrationRow, 'id'>;

/** The emails that change the entries a participant already has. */
export const entryChanges = [
  'workshopChanged',
  'participantMoved',
] as const satisfies readonly (keyof typeof emailKinds)[];

/** Returns the entries of a workshop's sessions as they are now. */
export const entriesOf = ({ row, times, sessionNumbers }: WorkshopContext): KnownEntry[] =>
  numberedSessions(times, sessionNumbers).map((session) => ({ workshop: row.documentId, ...session }));

/** Returns those of the entries that are not among the others; the times make no difference. */
export const entriesWithout = (entries: readonly KnownEntry[], others: readonly KnownEntry[]): KnownEntry[] =>
  entries.filter(({ workshop, n }) => !others.some((other) => other.workshop === workshop && other.n === n));

const read = async (uow: UnitOfWork, { id }: Registration): Promise<StoredEntries | null> => {
  const row = await registrationRows(uow)
    .where({ id })
    .first<Pick<RegistrationRow, 'calendar'> | undefined>('calendar');
  return row?.calendar ? (JSON.parse(row.calendar) as StoredEntries) : null;
};

const store = async (uow: UnitOfWork, { id }: Registration, entries: StoredEntries): Promise<void> => {
  await registrationRows(uow)
    .where({ id })
    .update({ calendar: JSON.stringify(entries) });
};

const hasChangeQueued = async (uow: UnitOfWork, registration: Registration): Promise<boolean> => {
  const row = await emailRows(uow)
    .where({ about: aboutRegistration(registration) })
    .whereIn(
      'kind',
      entryChanges.map((name) => emailKinds[name].kind),
    )
    .whereIn('state', ['queued', 'failed'])
    .first<{ id: number } | undefined>('id');
  return row !== undefined;
};

/**
 * Returns the entries that a participant's calendar may have: what it was last sent, and while a change to it is in the
 * queue, what was there before as well.
 * @param context the workshop of which a participant of an earlier version, without stored entries, was sent all
 */
export const knownEntries = async (
  uow: UnitOfWork,
  registration: Registration,
  context: WorkshopContext,
): Promise<readonly KnownEntry[]> => {
  const stored = await read(uow, registration);
  if (stored === null) return entriesOf(context);
  const { has, will } = stored;
  return (await hasChangeQueued(uow, registration)) ? [...will, ...entriesWithout(has, will)] : will;
};

/** Stores that an email is queued which turns what a calendar has into what it will have. */
export const storeEntryChange = store;

/** Stores that a participant was sent entries for the first time; a cancelled email of this kind may have arrived. */
export const storeFirstEntries = (
  uow: UnitOfWork,
  registration: Registration,
  entries: readonly KnownEntry[],
): Promise<void> => store(uow, registration, { has: entries, will: entries });

/** Stores that the emails about changes which were in the queue will not be sent: calendars keep what they have. */
export const takeBackEntryChange = async (uow: UnitOfWork, registration: Registration): Promise<void> => {
  const stored = await read(uow, registration);
  if (stored !== null) await store(uow, registration, { has: stored.has, will: stored.has });
};
