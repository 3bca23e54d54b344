import type { Core } from '@strapi/strapi';
import type { ParticipantOutcome, ParticipantVersion } from '#src/api/workshop/admin-contract';
import { cancelRegistration } from '#src/api/workshop/registration/registration-actions';
import { actOnParticipant } from './act-on-participant';

/** Takes somebody off the list, with or without telling them, if they are still what she read; what that frees is offered. */
export const cancelParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  read: ParticipantVersion,
  tell: boolean,
  now: Date,
): Promise<ParticipantOutcome> =>
  actOnParticipant(strapi, workshop, read, (locked) => cancelRegistration(locked, { by: 'counsellor', tell }, now));
