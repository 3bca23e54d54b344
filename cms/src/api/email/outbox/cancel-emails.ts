import type { UnitOfWork } from '#src/database/unit-of-work';
import { cancelled, emailRows } from './email-rows';

/** Selects emails by their subject or mailbox, and optionally by kind. */
export type EmailSelection = ({ about: string } | { mailbox: number }) & { kind?: string };

/**
 * Takes back, in the caller's transaction, what was not delivered and makes no sense any more, and empties it: no address
 * and no words are left. Returns how many.
 */
export const cancelEmails = async (uow: UnitOfWork, which: EmailSelection): Promise<number> =>
  emailRows(uow).where(which).whereIn('state', ['queued', 'failed']).update(cancelled(new Date()));
