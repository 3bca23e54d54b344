import type { Core } from '@strapi/strapi';
import { emailRows } from './outbox';

/** After this long without any success, emails count as stuck, in milliseconds. */
const stuckAfterMs = 60 * 60_000;

/** What the readiness check needs to know of the outbox; times are milliseconds since 1970. */
export interface WaitingEmails {
  /** When the email that has been due for longest was queued, or last put off; null when nothing is due. */
  oldestDueAt: number | null;
  /** The same of those that were queued after an email had last left. */
  oldestSinceSentAt: number | null;
}

const millisecondsOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date).getTime();

/** Returns since when the oldest email has been due that was queued after a moment. */
const oldestDueAfter = async (strapi: Core.Strapi, after: number, now: Date): Promise<number | null> => {
  // What was tried and put off has a `not_before` to come, but has waited since it was queued.
  const oldest = await emailRows(strapi)
    .where({ state: 'queued' })
    .where('queued_at', '>', new Date(after))
    .where((due) => void due.where('not_before', '<=', now).orWhere('attempts', '>', 0))
    .orderBy('queued_at')
    .first('queued_at', 'not_before', 'attempts');
  return millisecondsOf(oldest && (oldest.attempts > 0 ? oldest.queued_at : oldest.not_before));
};

export const readWaitingEmails = async (strapi: Core.Strapi, now: Date): Promise<WaitingEmails> => {
  const last = await emailRows(strapi).where({ state: 'sent' }).max('finished_at as at').first();
  const lastSentAt = millisecondsOf((last as { at?: unknown } | undefined)?.at);
  return {
    oldestDueAt: await oldestDueAfter(strapi, 0, now),
    oldestSinceSentAt: await oldestDueAfter(strapi, lastSentAt ?? 0, now),
  };
};

const hours = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
};

/**
 * Judges the outbox. One recipient whose server puts emails off is worth knowing; when none has left since another one
 * began to wait, the mail server is the reason, also if that recipient has been waiting for longer.
 */
export const judgeWaitingEmails = (
  { oldestDueAt, oldestSinceSentAt }: WaitingEmails,
  now: number,
): { status: 'ok' | 'warning' | 'failed'; message: string } => {
  if (oldestDueAt === null || now - oldestDueAt < stuckAfterMs)
    return { status: 'ok', message: 'No email has been waiting for an hour.' };
  if (oldestSinceSentAt === null || now - oldestSinceSentAt < stuckAfterMs)
    return {
      status: 'warning',
      message: `The oldest unsent email has been waiting for ${hours(now - oldestDueAt)}; others have left since, so its recipient’s server is the reason.`,
    };
  return {
    status: 'failed',
    message: `An email has been waiting for ${hours(now - oldestSinceSentAt)} and none has left since: check the mail server and SMTP_URL (docs/guide/email.md).`,
  };
};
