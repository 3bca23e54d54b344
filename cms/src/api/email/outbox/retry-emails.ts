import type { Core } from '@strapi/strapi';
import { letterRows } from './email-rows';

/** Owes again what was given up on, from now on and with its 72 hours before it. Gives how many of them there were. */
export const retryLetters = async (strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<number> =>
  letterRows(strapi)
    .whereIn('id', ids)
    .where({ state: 'given-up' })
    .update({ state: 'owed', attempts: 0, last_fault: null, not_before: now, owed_at: now, settled_at: null });
