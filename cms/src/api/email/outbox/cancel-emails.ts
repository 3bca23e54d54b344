import type { UnitOfWork } from '#src/database/unit-of-work';
import { letterRows, withdrawn } from './email-rows';

/** Which letters: what they speak of or whose they are, and perhaps of which kind. */
export type Withdrawal = ({ about: string } | { mailbox: number }) & { kind?: string };

/**
 * Takes back, in the caller's transaction, what was not delivered and makes no sense any more, and empties it: no address
 * and no words are left. Gives how many.
 */
export const withdrawLetters = async (uow: UnitOfWork, which: Withdrawal): Promise<number> =>
  letterRows(uow).where(which).whereIn('state', ['owed', 'given-up']).update(withdrawn(new Date()));
