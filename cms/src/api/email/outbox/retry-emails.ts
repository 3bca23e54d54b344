import type { Core } from '@strapi/strapi';
import { emailRows } from './email-rows';

/** Queues failed emails again, with 72 hours from now; returns how many. */
export const retryEmails = async (strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<number> =>
  emailRows(strapi)
    .whereIn('id', ids)
    .where({ state: 'failed' })
    .update({ state: 'queued', attempts: 0, last_error: null, not_before: now, queued_at: now, finished_at: null });
