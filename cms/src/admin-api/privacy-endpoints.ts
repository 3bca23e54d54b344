import { z } from 'zod';
import { erase } from '../privacy/erase';
import { heldAbout } from '../privacy/held-about';
import { type Endpoint,parseBody } from './endpoint';

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
