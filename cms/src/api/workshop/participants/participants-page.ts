import type { Core } from '@strapi/strapi';
import {
  type ExportedParticipants,
  type Participant,
  participantStateLabels,
  type WorkshopWithParticipants,
} from 'shared';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { retentionDay } from '#src/api/workshop/domain/retention';
import {
  isDecoy,
  type RegistrationRow,
  registrationRows,
  reservedUntil,
} from '#src/api/workshop/registration/registration-rows';
import { publicStates } from '#src/api/workshop/registration/serialise-registration';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';
import { settingsOf } from '#src/settings';
import { type Cell, csv } from '#src/text/csv';
import { spreadsheet } from '#src/text/spreadsheet';
import { dayAt, startOfDay } from '#src/time/days';
import { heldChangeOf } from './held-change';
import { type LoadedWorkshop, loadWorkshop, upcomingWorkshops } from './list-workshops';

const participantOf = (row: RegistrationRow): Participant => ({
  number: row.id,
  state: publicStates[row.state],
  name: row.name,
  certificateName: row.certificate_name ?? row.name,
  email: row.email,
  accessNeeds: row.access_needs,
  price:
    row.price_label === null || row.price_pence === null ? null : { label: row.price_label, pence: row.price_pence },
  paid: row.paid_at !== null,
  attended: row.attended === null ? null : Boolean(row.attended),
  addedManually: Boolean(row.added_manually),
  disowned: row.disowned_at !== null,
  registeredAt: instantOf(row.sent),
  reservedUntil: instantOrNull(reservedUntil(row)),
  version: row.version,
});

/** The participants of a workshop, in the order of registration, without decoys. */
const participantsOf = async (uow: UnitOfWork, workshop: string): Promise<Participant[]> => {
  const rows = await registrationRows(uow).where({ workshop_id: workshop }).orderBy(['sent', 'id']).select('*');
  return rows.filter((row) => !isDecoy(row)).map(participantOf);
};

const cancellationOf = ({ loaded: { seats } }: LoadedWorkshop): WorkshopWithParticipants['cancellation'] =>
  seats.cancelled_at === null
    ? null
    : { at: instantOf(Number(seats.cancelled_at)), message: seats.cancellation_message };

/** A workshop with its participants; null when there is none, or it was never published. */
export const workshopPage = (strapi: Core.Strapi, id: string, now: Date): Promise<WorkshopWithParticipants | null> =>
  inReadTransaction(strapi, async (uow) => {
    const found = await loadWorkshop(uow, id, now);
    if (found === null) return null;
    const { row, times, seats } = found.loaded;
    const { keepDays } = await practiceOfWorkshops(strapi);
    const moveTargets = (await upcomingWorkshops(uow, now)).filter(
      (other) => other.id !== id && other.state !== 'cancelled' && other.state !== 'under way',
    );
    return {
      ...found.workshop,
      prices: pricesOf(row).map(({ key, label, pence }) => ({ key, label, pence })),
      participants: await participantsOf(uow, id),
      moveTargets: moveTargets.map(({ id: other, title, starts, timeZone }) => ({
        id: other,
        title,
        starts,
        timeZone,
      })),
      url: row.publishedAt === null ? null : `${settingsOf(strapi).siteUrl}/workshops/${row.slug}`,
      deletionDay: retentionDay(seats, { times, timeZone: row.timeZone }, keepDays),
      attendanceOpen: startOfDay(dayAt(times.starts, row.timeZone), row.timeZone) <= now.toISOString(),
      cancellation: cancellationOf(found),
      heldChange: await heldChangeOf(uow, seats, now),
    };
  });

const columns: readonly (readonly [title: string, of: (participant: Participant) => Cell])[] = [
  ['Name', ({ name }) => name],
  ['Name on the certificate', ({ certificateName }) => certificateName],
  ['Email', ({ email }) => email],
  ['Place', ({ state }) => participantStateLabels[state]],
  ['Access needs', ({ accessNeeds }) => accessNeeds],
  ['Price', ({ price }) => price?.label ?? null],
  ['Pounds', ({ price }) => (price === null ? null : price.pence / 100)],
  ['Paid', ({ paid }) => (paid ? 'yes' : 'no')],
  ['Attended', ({ attended }) => (attended === null ? null : attended ? 'yes' : 'no')],
  ['Registered on', ({ registeredAt }) => new Date(registeredAt)],
  ['Added by hand', ({ addedManually }) => (addedManually ? 'yes' : 'no')],
];

/** The participants of a workshop as a CSV file and as a workbook; null when there is no such workshop. */
export const exportParticipants = (strapi: Core.Strapi, id: string, now: Date): Promise<ExportedParticipants | null> =>
  inReadTransaction(strapi, async (uow) => {
    const found = await loadWorkshop(uow, id, now);
    if (found === null) return null;
    const participants = await participantsOf(uow, id);
    const rows = [
      columns.map(([title]) => title),
      ...participants.map((participant) => columns.map(([, of]) => of(participant))),
    ];
    const workbook = await spreadsheet('Participants', rows);
    return {
      fileName: `${found.workshop.slug}-participants`,
      csv: csv(rows),
      xlsx: workbook.toString('base64'),
    };
  });
