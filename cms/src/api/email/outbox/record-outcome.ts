import type { Core } from '@strapi/strapi';
import type { Fault } from '#src/api/email/domain/fault';
import { cancelled, type EmailRow, emailRows, emptied } from './email-rows';

/** The outcome of one attempt to send an email. */
export type Outcome =
  | { became: 'sent' }
  /** It had expired. */
  | { became: 'too late' }
  | { became: 'failed'; fault: Fault }
  | { became: 'put off'; fault: Fault; until: Date }
  /** This process stopped: the next one sends it at once. */
  | { became: 'interrupted' };

const changes = (outcome: Outcome, now: Date): Partial<EmailRow> => {
  const free = { lease_until: null, leased_by: null, updated_at: now };
  switch (outcome.became) {
    case 'sent':
      return { ...free, ...emptied, state: 'sent', last_error: null, finished_at: now };
    case 'too late':
      return { ...free, ...cancelled(now) };
    case 'failed':
      return { ...free, state: 'failed', last_error: outcome.fault, finished_at: now };
    case 'put off':
      return { ...free, last_error: outcome.fault, not_before: outcome.until };
    case 'interrupted':
      return free;
  }
};

/** Records the outcome of an email, unless it was cancelled, or claimed by another process, in the meantime. */
export const settle = async (
  strapi: Core.Strapi,
  id: number,
  workerId: string,
  outcome: Outcome,
  now: Date,
): Promise<void> => {
  await emailRows(strapi).where({ id, state: 'queued', leased_by: workerId }).update(changes(outcome, now));
};

const day = 24 * 60 * 60 * 1000;
const keptFor = 30 * day;

/** Deletes emails that were sent, cancelled or failed more than 30 days ago; returns how many. */
export const deleteOldEmails = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  emailRows(strapi)
    .whereNot({ state: 'queued' })
    .where('finished_at', '<', new Date(now.getTime() - keptFor))
    .delete();
