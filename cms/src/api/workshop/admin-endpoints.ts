import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { commentNumber, multilineText, nonce, registrationFields } from 'shared';
import { z } from 'zod';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, noQuery, parseBody, parseBody as parseForm, parseQuery } from '#src/http/request';
import { textOrNull } from '#src/http/serialise';
import {
  type ParticipantOutcome,
  type ParticipantOutcomes,
  type ParticipantVersion,
  recipientGroups,
} from './admin-contract';
import { previewEmail, sendEmails } from './participants/email-participants';
import { listWorkshops, nextWorkshop, seatsOfWorkshop } from './participants/list-workshops';
import { moveParticipant } from './participants/move-participant';
import { addParticipant, cancelParticipant, markParticipant } from './participants/participant-actions';
import { exportParticipants, workshopPage } from './participants/participants-page';
import { cancelWorkshop, duplicateWorkshop } from './participants/workshop-actions';
import { manageParticipants } from './permissions';

const documentId = z.string().regex(/^[a-z0-9]{24,32}$/);
const asRead = z.strictObject({ number: commentNumber, version: z.int().positive() });
const people = z.array(asRead).min(1).max(1_000);
const cancelling = z.strictObject({ people, tell: z.boolean() });
const moving = z.strictObject({ people, to: documentId });
const marking = z.strictObject({ people, attended: z.boolean().nullable().optional(), paid: z.boolean().optional() });
const adding = registrationFields.omit({ consent: true }).extend({ nonce });
const writing = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  words: multilineText({ min: 1, max: 5_000 }),
  to: z.enum(recipientGroups),
  people: z.array(commentNumber).max(1_000).optional(),
});
const sending = writing.extend({ nonce });
const callingOff = z.strictObject({ words: z.string().max(2_000) });
const duplicating = z.strictObject({ day: z.iso.date() });

/** The `:id` of an address; what can be no document's is not found (404) without asking the database. */
const idParam = ({ id }: Record<string, string>): string => {
  const parsed = documentId.safeParse(id);
  if (!parsed.success) throw new errors.NotFoundError('There is no such workshop.');
  return parsed.data;
};

/** One after the other, each in a transaction of its own: what can't be done for one keeps nothing from the next. */
const each = async (
  chosen: readonly ParticipantVersion[],
  act: (read: ParticipantVersion) => Promise<ParticipantOutcome>,
): Promise<ParticipantOutcomes> => {
  const outcomes: ParticipantOutcome[] = [];
  for (const read of chosen) outcomes.push(await act(read));
  return { outcomes };
};

type Asked = Parameters<AdminEndpoint['handle']>[1];

const read = (
  path: string,
  handle: (strapi: Core.Strapi, params: Record<string, string>) => Promise<unknown>,
): AdminEndpoint => ({
  method: 'GET',
  path: `/workshops${path}`,
  permission: manageParticipants,
  handle: (strapi, { query, params }) => {
    parseQuery(noQuery, query);
    return handle(strapi, params);
  },
});

const act = (
  path: string,
  handle: (strapi: Core.Strapi, id: string, body: Asked['request']['body']) => Promise<unknown>,
): AdminEndpoint => ({
  method: 'POST',
  path: `/workshops/:id${path}`,
  permission: manageParticipants,
  handle: (strapi, { params, request }) => handle(strapi, idParam(params), request.body),
});

export const workshopsEndpoints: readonly AdminEndpoint[] = [
  read('', (strapi) => listWorkshops(strapi, new Date())),
  read('/next', (strapi) => nextWorkshop(strapi, new Date())),
  read('/:id', async (strapi, params) => found(await workshopPage(strapi, idParam(params), new Date()))),
  read('/:id/places', (strapi, params) => seatsOfWorkshop(strapi, idParam(params), new Date())),
  read('/:id/export', async (strapi, params) => found(await exportParticipants(strapi, idParam(params), new Date()))),
  act('/people', async (strapi, id, body) => addParticipant(strapi, id, parseForm(adding, body), new Date())),
  act('/mark', async (strapi, id, body) => {
    const { people: chosen, ...marks } = parseBody(marking, body);
    return each(chosen, (one) => markParticipant(strapi, id, one, marks, new Date()));
  }),
  act('/cancel-places', async (strapi, id, body) => {
    const { people: chosen, tell } = parseBody(cancelling, body);
    return each(chosen, (one) => cancelParticipant(strapi, id, one, tell, new Date()));
  }),
  act('/move', async (strapi, id, body) => {
    const { people: chosen, to } = parseBody(moving, body);
    return each(chosen, (one) => moveParticipant(strapi, id, one, to, new Date()));
  }),
  act('/emails/preview', async (strapi, id, body) => previewEmail(strapi, id, parseBody(writing, body))),
  act('/emails', async (strapi, id, body) => {
    const { nonce: once, ...written } = parseBody(sending, body);
    return sendEmails(strapi, id, written, once);
  }),
  act('/call-off', async (strapi, id, body) => ({
    told: await cancelWorkshop(strapi, id, textOrNull(parseBody(callingOff, body).words), new Date()),
  })),
  act('/duplicate', async (strapi, id, body) =>
    duplicateWorkshop(strapi, id, parseBody(duplicating, body).day, new Date()),
  ),
];
