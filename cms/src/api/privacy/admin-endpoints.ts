import { type ErasedData, type PersonalData, personalDataRequest } from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { parseBody } from '#src/http/request';
import { erase } from './erase';
import { erasePersonalData } from './permissions';
import { personalDataOf } from './personal-data';

export const privacyEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/privacy/find',
    permission: erasePersonalData,
    handle: (strapi, { request }): Promise<PersonalData> =>
      personalDataOf(strapi, parseBody(personalDataRequest, request.body).address),
  },
  {
    method: 'POST',
    path: '/privacy/erase',
    permission: erasePersonalData,
    handle: (strapi, { request }): Promise<ErasedData> =>
      erase(strapi, parseBody(personalDataRequest, request.body).address, new Date()),
  },
];
