import { z } from 'zod';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { parseBody } from '#src/http/request';
import { erase } from './erase';
import { erasePersonalData } from './permissions';
import { personalDataOf } from './personal-data';

/** In a body, never in an address: those are logged. */
const about = z.strictObject({ address: z.string().trim().pipe(z.email().max(254)) });

export const privacyEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/privacy/held',
    permission: erasePersonalData,
    handle: (strapi, { request }) => personalDataOf(strapi, parseBody(about, request.body).address),
  },
  {
    method: 'POST',
    path: '/privacy/erase',
    permission: erasePersonalData,
    handle: (strapi, { request }) => erase(strapi, parseBody(about, request.body).address, new Date()),
  },
];
