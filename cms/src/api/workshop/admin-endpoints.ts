import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  cancelParticipantsRequest,
  cancelWorkshopRequest,
  duplicateRequest,
  emailDraft,
  heldChangeRequest,
  markRequest,
  moveRequest,
  newParticipant,
  type ParticipantOutcome,
  type ParticipantOutcomes,
  type ParticipantVersion,
  sendEmailRequest,
  type WorkshopCancelled,
  workshopId,
} from 'shared';
import type { z } from 'zod';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, noQuery, parseBody, parseQuery } from '#src/http/request';
import { textOrNull } from '#src/text/text-or-null';
import { endingOf } from './documents/protect-participants';
import { previewEmail, sendEmails } from './participants/email-participants';
import { endHeldChange } from './participants/held-change';
import { listWorkshops, nextWorkshop, seatsOfWorkshop } from './participants/list-workshops';
import { moveParticipant } from './participants/move-participant';
import { addParticipant, cancelParticipant, markParticipant } from './participants/participant-actions';
import { exportParticipants, workshopPage } from './participants/participants-page';
import { cancelWorkshop, duplicateWorkshop } from './participants/workshop-actions';
import { manageParticipants } from './permissions';

/**
 * Returns the `:id` of a path.
 *
 * @throws NotFoundError (404) without a database query when no document can have it
 */
const idParam = ({ id }: Record<string, string>): string => {
  const parsed = workshopId.safeParse(id);
  if (!parsed.success) throw new errors.NotFoundError('There is no such workshop.');
  return parsed.data;
};

/** One after the other, each in a transaction of its own, so that one that is refused does not stop the next. */
const forEachParticipant = async (
  participants: readonly ParticipantVersion[],
  act: (read: ParticipantVersion) => Promise<ParticipantOutcome>,
): Promise<ParticipantOutcomes> => {
  const outcomes: ParticipantOutcome[] = [];
  for (const read of participants) outcomes.push(await act(read));
  return { outcomes };
};

const query = (
  path: string,
  handle: (strapi: Core.Strapi, params: Record<string, string>) => Promise<unknown>,
): AdminEndpoint => ({
  method: 'GET',
  path: `/workshops${path}`,
  permission: manageParticipants,
  handle: (strapi, { query: given, params }) => {
    parseQuery(noQuery, given);
    return handle(strapi, params);
  },
});

const action = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  handle: (strapi: Core.Strapi, id: string, request: z.output<Schema>) => Promise<unknown>,
): AdminEndpoint => ({
  method: 'POST',
  path: `/workshops/:id${path}`,
  permission: manageParticipants,
  handle: (strapi, { params, request }) => handle(strapi, idParam(params), parseBody(schema, request.body)),
});

const queries: readonly AdminEndpoint[] = [
  query('', (strapi) => listWorkshops(strapi, new Date())),
  query('/next', (strapi) => nextWorkshop(strapi, new Date())),
  query('/:id', async (strapi, params) => found(await workshopPage(strapi, idParam(params), new Date()))),
  query('/:id/seats', (strapi, params) => seatsOfWorkshop(strapi, idParam(params), new Date())),
  query('/:id/ending', (strapi, params) => endingOf(strapi, idParam(params), new Date())),
  query('/:id/export', async (strapi, params) => found(await exportParticipants(strapi, idParam(params), new Date()))),
];

const actions: readonly AdminEndpoint[] = [
  action('/participants', newParticipant, (strapi, id, person) => addParticipant(strapi, id, person, new Date())),
  action('/participants/mark', markRequest, (strapi, id, { participants, ...marks }) =>
    forEachParticipant(participants, (read) => markParticipant(strapi, id, read, marks, new Date())),
  ),
  action('/participants/cancel', cancelParticipantsRequest, (strapi, id, { participants, notify }) =>
    forEachParticipant(participants, (read) => cancelParticipant(strapi, id, read, notify, new Date())),
  ),
  action('/participants/move', moveRequest, (strapi, id, { participants, to }) =>
    forEachParticipant(participants, (read) => moveParticipant(strapi, id, read, to, new Date())),
  ),
  action('/emails/preview', emailDraft, (strapi, id, draft) => previewEmail(strapi, id, draft)),
  action('/emails', sendEmailRequest, (strapi, id, { nonce, ...draft }) => sendEmails(strapi, id, draft, nonce)),
  action('/cancel', cancelWorkshopRequest, async (strapi, id, { message }): Promise<WorkshopCancelled> => ({
    notified: await cancelWorkshop(strapi, id, textOrNull(message), new Date()),
  })),
  action('/held-change', heldChangeRequest, (strapi, id, { action: end }) =>
    endHeldChange(strapi, id, end, new Date()),
  ),
  action('/duplicate', duplicateRequest, (strapi, id, { day }) => duplicateWorkshop(strapi, id, day, new Date())),
];

export const workshopsEndpoints: readonly AdminEndpoint[] = [...queries, ...actions];
