import { z } from 'zod';
import { type Endpoint, parseBody } from '#src/http/admin-endpoint';
import { erase } from './erase';
import { heldAbout } from './personal-data';

/** In a body, never in an address: those are logged. */
const about = z.strictObject({ address: z.string().trim().pipe(z.email().max(254)) });

export const privacyEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/privacy/held',
    right: 'comments',
    answer: (strapi, { request }) => heldAbout(strapi, parseBody(about, request.body).address),
  },
  {
    method: 'POST',
    path: '/privacy/erase',
    right: 'comments',
    answer: (strapi, { request }) => erase(strapi, parseBody(about, request.body).address, new Date()),
  },
];
