import type { Core } from '@strapi/strapi';
import { emailRows } from './email-rows';

/** Queues again what was given up on, from now on and with its 72 hours before it. Gives how many of them there were. */
export const retryEmails = async (strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<number> =>
  emailRows(strapi)
    .whereIn('id', ids)
    .where({ state: 'failed' })
    .update({ state: 'queued', attempts: 0, last_error: null, not_before: now, queued_at: now, finished_at: null });
