import type { Core } from '@strapi/strapi';
import { emailRows } from './outbox';

/** After this long without any success, emails count as stuck, in milliseconds. */
const stuckAfterMs = 60 * 60_000;

/** What the readiness check needs to know of the outbox; times are milliseconds since 1970. */
export interface WaitingEmails {
  /** When the email that has been due for longest was queued, or last put off; null when nothing is due. */
  oldestDueAt: number | null;
  lastSentAt: number | null;
}

const millisecondsOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date).getTime();

export const readWaitingEmails = async (strapi: Core.Strapi, now: Date): Promise<WaitingEmails> => {
  // What was tried and put off has a `not_before` to come, but has waited since it was queued.
  const oldest = await emailRows(strapi)
    .where({ state: 'queued' })
    .where((due) => void due.where('not_before', '<=', now).orWhere('attempts', '>', 0))
    .orderBy('queued_at')
    .first('queued_at', 'not_before', 'attempts');
  const last = await emailRows(strapi).where({ state: 'sent' }).max('finished_at as at').first();
  const due = oldest && (oldest.attempts > 0 ? oldest.queued_at : oldest.not_before);
  return {
    oldestDueAt: millisecondsOf(due),
    lastSentAt: millisecondsOf((last as { at?: unknown } | undefined)?.at),
  };
};

const hours = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
};

/**
 * Judges the outbox. One recipient whose server puts emails off is worth knowing; emails of which none has left since
 * are stuck.
 */
export const judgeWaitingEmails = (
  { oldestDueAt, lastSentAt }: WaitingEmails,
  now: number,
): { status: 'ok' | 'warning' | 'failed'; message: string } => {
  if (oldestDueAt === null || now - oldestDueAt < stuckAfterMs)
    return { status: 'ok', message: 'No email has been waiting for an hour.' };
  const waiting = `The oldest unsent email has been waiting for ${hours(now - oldestDueAt)}`;
  if (lastSentAt !== null && lastSentAt > oldestDueAt)
    return {
      status: 'warning',
      message: `${waiting}; others have left since, so its recipient’s server is the reason.`,
    };
  return {
    status: 'failed',
    message: `${waiting} and none has left since: check the mail server and SMTP_URL (docs/guide/email.md).`,
  };
};
