import type { Core } from '@strapi/strapi';
import { type EmailRow, emailRows } from './email-rows';

/** Who takes emails, until when they are theirs, and how many at once. */
export interface Taking {
  workerId: string;
  now: Date;
  /** Milliseconds since 1970, and so in the database: a date without a zone would be an hour wrong when the clocks change. */
  leaseUntil: number;
  most: number;
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
 * Takes emails that are due, the maxMs waiting first. Each is taken by one conditional update, so of two processes that
 * want the same email one gets it, on both databases; whoever dies with an email in hand loses it when the lease ends.
 */
export const claimDue = async (
  strapi: Core.Strapi,
  { workerId, now, leaseUntil, most }: Taking,
): Promise<EmailRow[]> => {
  const due = () =>
    emailRows(strapi)
      .where({ state: 'queued' })
      .where('not_before', '<=', now)
      .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now.getTime()));
  const found = await due().orderBy('not_before').orderBy('id').limit(most).select<{ id: number }[]>('id');
  const taken: EmailRow[] = [];
  for (const { id } of found) {
    const mine = await due()
      .where({ id })
      .update({ leased_by: workerId, lease_until: leaseUntil })
      .increment('attempts', 1);
    if (mine !== 1) continue;
    const row = await emailRows(strapi)
      .where({ id, leased_by: workerId })
      .first<EmailRow | undefined>(...columns);
    if (row) taken.push(row);
  }
  return taken;
};
