import { type ErasedData, type PersonalData, personalDataRequest } from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { parseBody } from '#src/http/request';
import { managePersonalData } from './permissions';
import { erasePersonalData, findPersonalData } from './personal-data';

export const privacyEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/privacy/find',
    permission: managePersonalData,
    handle: (strapi, { request }): Promise<PersonalData> =>
      findPersonalData(strapi, parseBody(personalDataRequest, request.body).address),
  },
  {
    method: 'POST',
    path: '/privacy/erase',
    permission: managePersonalData,
    handle: (strapi, { request }): Promise<ErasedData> =>
      erasePersonalData(strapi, parseBody(personalDataRequest, request.body).address, new Date()),
  },
];
