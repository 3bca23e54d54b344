import type { Core } from '@strapi/strapi';
import type { Transaction } from '#src/database/transaction';
import { letterRows, withdrawn } from './email-rows';

/** Which letters: what they speak of or whose they are, and perhaps of which kind. */
export type Withdrawal = ({ about: string } | { mailbox: number }) & { kind?: string };

/**
 * Takes back, in the caller's transaction, what was not delivered and makes no sense any more, and empties it: no address
 * and no words are left. Gives how many.
 */
export const withdrawLetters = async (strapi: Core.Strapi, trx: Transaction, which: Withdrawal): Promise<number> =>
  letterRows(strapi, trx).where(which).whereIn('state', ['owed', 'given-up']).update(withdrawn(new Date()));
