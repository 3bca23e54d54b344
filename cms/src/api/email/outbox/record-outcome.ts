import type { Core } from '@strapi/strapi';
import type { Fault } from '#src/api/email/domain/fault';
import { cancelled, type EmailRow, emailRows, emptied } from './email-rows';

/** What became of an email that was taken. */
export type Outcome =
  | { became: 'sent' }
  /** Past the time until which it made sense. */
  | { became: 'too late' }
  | { became: 'failed'; fault: Fault }
  | { became: 'put off'; fault: Fault; until: Date }
  /** This process stops: the next one takes it at once. */
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

/** Writes down what became of an email, unless somebody has cancelled it, or taken it over, in the meantime. */
export const settle = async (
  strapi: Core.Strapi,
  id: number,
  who: string,
  outcome: Outcome,
  now: Date,
): Promise<void> => {
  await emailRows(strapi).where({ id, state: 'queued', leased_by: who }).update(changes(outcome, now));
};

const day = 24 * 60 * 60 * 1000;
const keptFor = 30 * day;

/** Deletes what was sent, cancelled or failed 30 days ago. */
export const deleteOldEmails = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  emailRows(strapi)
    .whereNot({ state: 'queued' })
    .where('finished_at', '<', new Date(now.getTime() - keptFor))
    .delete();
