import type { Core } from '@strapi/strapi';
import { type ExportedParticipants, type Participant, participantStateLabels } from '#src/api/workshop/admin-contract';
import { inReadTransaction } from '#src/database/unit-of-work';
import { type Cell, csv } from '#src/text/csv';
import { loadWorkshop } from './list-workshops';
import { participantsOf } from './participants-page';

const columns: readonly (readonly [title: string, of: (participant: Participant) => Cell])[] = [
  ['Name', ({ name }) => name],
  ['Name on the certificate', ({ certificateName }) => certificateName],
  ['Email', ({ email }) => email],
  ['Place', ({ state }) => participantStateLabels[state]],
  ['Access needs', ({ accessNeeds }) => accessNeeds],
  ['Price', ({ price }) => price?.label ?? null],
  ['Pounds', ({ price }) => (price === null ? null : price.pence / 100)],
  ['Paid', ({ paid }) => (paid ? 'yes' : 'no')],
  ['Came', ({ attended }) => (attended === null ? null : attended ? 'yes' : 'no')],
  ['Registered on', ({ sent }) => sent.slice(0, 10)],
  ['Added by hand', ({ addedManually }) => (addedManually ? 'yes' : 'no')],
];

/** Everybody on a workshop's list as a file for spreadsheets; null when there is no such workshop. */
export const exportParticipants = (strapi: Core.Strapi, id: string, now: Date): Promise<ExportedParticipants | null> =>
  inReadTransaction(strapi, async (uow) => {
    const found = await loadWorkshop(uow, id, now);
    if (found === null) return null;
    const participants = await participantsOf(uow, id);
    const rows = [
      columns.map(([title]) => title),
      ...participants.map((participant) => columns.map(([, of]) => of(participant))),
    ];
    return { name: `${found.workshop.slug}-participants.csv`, csv: csv(rows) };
  });
