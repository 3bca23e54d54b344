import type { Core } from '@strapi/strapi';
import type { DeliveryError } from '#src/api/email/domain/delivery-error';
import { cancelled, type EmailRow, emailRows, emptied } from './outbox';

/** Which process claims emails, until when, and how many at once. */
export interface Claim {
  workerId: string;
  now: Date;
  /**
   * Milliseconds since 1970, and so in the database: a date without a zone would be an hour wrong when the clocks
   * change.
   */
  leaseUntil: number;
  max: number;
}

const columns = [
  'id',
  'kind',
  'state',
  'to',
  'subject',
  'text',
  'html',
  'headers',
  'attachments',
  'message_id',
  'attempts',
  'queued_at',
  'expires_at',
  'last_error',
] as const;

/**
 * Claims emails that are due, those that have waited longest first. One conditional update claims each, so only one of
 * two processes gets an email, on both databases. When a process dies, its claims end with their lease.
 */
export const claimDue = async (strapi: Core.Strapi, { workerId, now, leaseUntil, max }: Claim): Promise<EmailRow[]> => {
  const due = () =>
    emailRows(strapi)
      .where({ state: 'queued' })
      .where('not_before', '<=', now)
      .where((lease) => void lease.whereNull('lease_until').orWhere('lease_until', '<=', now.getTime()));
  const found = await due().orderBy('not_before').orderBy('id').limit(max).select<{ id: number }[]>('id');
  const claimed: EmailRow[] = [];
  for (const { id } of found) {
    const changed = await due()
      .where({ id })
      .update({ leased_by: workerId, lease_until: leaseUntil })
      .increment('attempts', 1);
    if (changed !== 1) continue;
    const row = await emailRows(strapi)
      .where({ id, leased_by: workerId })
      .first<EmailRow | undefined>(...columns);
    if (row) claimed.push(row);
  }
  return claimed;
};

/** The outcome of one attempt to send an email. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'expired' }
  | { kind: 'failed'; deliveryError: DeliveryError }
  | { kind: 'deferred'; deliveryError: DeliveryError; until: Date }
  /** This process stopped: the next one sends it at once. */
  | { kind: 'interrupted' };

const changes = (outcome: Outcome, now: Date): Partial<EmailRow> => {
  const released = { lease_until: null, leased_by: null, updated_at: now };
  switch (outcome.kind) {
    case 'sent':
      return { ...released, ...emptied, state: 'sent', last_error: null, finished_at: now };
    case 'expired':
      return { ...released, ...cancelled(now) };
    case 'failed':
      return { ...released, state: 'failed', last_error: outcome.deliveryError, finished_at: now };
    case 'deferred':
      return { ...released, last_error: outcome.deliveryError, not_before: outcome.until };
    case 'interrupted':
      return released;
  }
};

/** Records the outcome of an email, unless it was cancelled, or claimed by another process, in the meantime. */
export const recordOutcome = async (
  strapi: Core.Strapi,
  id: number,
  workerId: string,
  outcome: Outcome,
  now: Date,
): Promise<void> => {
  await emailRows(strapi).where({ id, state: 'queued', leased_by: workerId }).update(changes(outcome, now));
};

const day = 24 * 60 * 60 * 1000;
const retentionMs = 30 * day;

/** Deletes emails that were sent, cancelled or failed more than 30 days ago; returns how many. */
export const deleteOldEmails = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  emailRows(strapi)
    .whereNot({ state: 'queued' })
    .where('finished_at', '<', new Date(now.getTime() - retentionMs))
    .delete();

/** Queues failed emails again, to be tried for 72 hours from now; returns how many. */
export const retryEmails = async (strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<number> =>
  emailRows(strapi)
    .whereIn('id', ids)
    .where({ state: 'failed' })
    .update({ state: 'queued', attempts: 0, last_error: null, not_before: now, queued_at: now, finished_at: null });
