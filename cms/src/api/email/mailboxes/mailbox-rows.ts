import { commentRows } from '#src/api/comment/comment-rows';
import { normaliseAddress } from '#src/api/email/domain/address';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';

/** An address of a reader as its row has it. `asked` is the day (UTC) of the last email that asks to confirm it. */
export interface MailboxRow extends Timestamps {
  id: number;
  address: string;
  confirmed: StoredInstant | null;
  asked: string | null;
  unsubscribed: StoredInstant | null;
  last_used: StoredInstant;
}

/** The rows of mailboxes, inside a transaction if there is one. */
export const mailboxRows = tableRows<MailboxRow>('mailboxes');

/** Creates the mailbox of an address if there is none, records that it was used now, and returns its id. */
export const upsertMailbox = async (uow: UnitOfWork, address: string, now: Date): Promise<number | null> => {
  const row = { address: normaliseAddress(address), last_used: now, created_at: now, updated_at: now };
  const [mailbox]: { id: number }[] = await mailboxRows(uow)
    .insert(row)
    .onConflict('address')
    .merge({ last_used: now, updated_at: now })
    .returning('id');
  return mailbox?.id ?? null;
};

/**
 * Deletes a mailbox that no comment uses any more. Locks the row first, so that it sees a comment that is just being
 * submitted.
 */
export const deleteUnusedMailbox = async (uow: UnitOfWork, id: number): Promise<boolean> => {
  await mailboxRows(uow).where({ id }).forUpdate().first('id');
  const users = commentRows(uow).select('id').where({ mailbox_id: id });
  return (await mailboxRows(uow).where({ id }).whereNotExists(users).delete()) > 0;
};
