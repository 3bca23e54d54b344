import type { Core } from '@strapi/strapi';
import type { PersonAsRead, PlaceOutcome } from '#src/api/workshop/admin-contract';
import { cancelPlace } from '#src/api/workshop/registration/registration-actions';
import { uponPerson } from './act-on-participant';

/** Takes somebody off the list, with or without telling them, if they are still what she read; what that frees is offered. */
export const cancelPerson = (
  strapi: Core.Strapi,
  workshop: string,
  read: PersonAsRead,
  tell: boolean,
  now: Date,
): Promise<PlaceOutcome> =>
  uponPerson(strapi, workshop, read, (acting) => cancelPlace(strapi, acting, { by: 'counsellor', tell }, now));
