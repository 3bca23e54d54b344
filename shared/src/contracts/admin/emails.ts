import { z } from 'zod';
import { instant } from '../envelope.js';

/** The admin's endpoints about the outbox, below `/quiet-room/outbox`. Every answer is `{ data }`. */

/** How many failed emails are listed, and can be retried at once. */
export const maxFailedEmails = 50;

/**
 * An email whose delivery was given up, without its recipient and content. `error` is the class of the last delivery
 * error, such as `refused`; never the mail server's own text, which may repeat an address.
 */
export const failedEmail = z.object({
  id: z.int().positive(),
  kind: z.string(),
  attempts: z.int().min(0),
  error: z.string(),
  queuedAt: instant,
});
export type FailedEmail = z.infer<typeof failedEmail>;

/** `GET /outbox` */
export const outboxStatus = z.object({
  /** To a mail server, or to .eml files in the data directory's `mail` folder. */
  delivery: z.enum(['server', 'files']),
  queued: z.int().min(0),
  oldestQueuedAt: instant.nullable(),
  /** How many of the queued emails will be retried, by the class of their last delivery error. */
  retrying: z.array(z.object({ error: z.string(), emails: z.int().positive() })),
  /** How many emails the limits stopped in the last 24 hours, in the process that answers. */
  limited: z.int().min(0),
  failed: z.int().min(0),
  /** The newest of the failed emails. */
  failedEmails: z.array(failedEmail).max(maxFailedEmails),
});
export type OutboxStatus = z.infer<typeof outboxStatus>;

/** `POST /outbox/retry`: queues failed emails again; `retried` counts those that were still failed. */
export const retryRequest = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(maxFailedEmails) });
export const retryResponse = z.object({ retried: z.int().min(0) });

/**
 * `GET /notification-address`: where emails to the counsellor go, and a new address that is used once it is confirmed.
 * Below `/quiet-room`; `POST /notification-address/confirm`, `/stop` and `/resend` return the same.
 */
export const notificationAddress = z.object({
  /** Null while there is no account of a counsellor. */
  address: z.string().nullable(),
  pending: z.object({ address: z.string(), isExpired: z.boolean() }).nullable(),
});
export type NotificationAddress = z.infer<typeof notificationAddress>;

/** `POST /notification-address/confirm` and `/stop`: the secret of the link, sent in a body, because URLs are logged. */
export const confirmAddressRequest = z.strictObject({ token: z.string().min(1).max(100) });
