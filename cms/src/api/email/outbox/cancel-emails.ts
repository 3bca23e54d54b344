import type { UnitOfWork } from '#src/database/unit-of-work';
import { cancelled, emailRows } from './email-rows';

/** Which emails: what they speak of or whose they are, and perhaps of which kind. */
export type EmailSelection = ({ about: string } | { mailbox: number }) & { kind?: string };

/**
 * Takes back, in the caller's transaction, what was not delivered and makes no sense any more, and empties it: no address
 * and no words are left. Gives how many.
 */
export const cancelEmails = async (uow: UnitOfWork, which: EmailSelection): Promise<number> =>
  emailRows(uow).where(which).whereIn('state', ['queued', 'failed']).update(cancelled(new Date()));
