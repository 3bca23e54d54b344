import type { Core } from '@strapi/strapi';
import type { Fault } from '#src/api/email/domain/fault';
import { emptied, type LetterRow, letterRows, withdrawn } from './email-rows';

/** What became of a letter that was taken. */
export type Outcome =
  | { became: 'delivered' }
  /** Past the time until which it made sense. */
  | { became: 'too late' }
  | { became: 'given-up'; fault: Fault }
  | { became: 'put off'; fault: Fault; until: Date }
  /** This process stops: the next one takes it at once. */
  | { became: 'interrupted' };

const changes = (outcome: Outcome, now: Date): Partial<LetterRow> => {
  const free = { lease_until: null, leased_by: null, updated_at: now };
  switch (outcome.became) {
    case 'delivered':
      return { ...free, ...emptied, state: 'delivered', last_fault: null, settled_at: now };
    case 'too late':
      return { ...free, ...withdrawn(now) };
    case 'given-up':
      return { ...free, state: 'given-up', last_fault: outcome.fault, settled_at: now };
    case 'put off':
      return { ...free, last_fault: outcome.fault, not_before: outcome.until };
    case 'interrupted':
      return free;
  }
};

/** Writes down what became of a letter, unless somebody has withdrawn it, or taken it over, in the meantime. */
export const settle = async (
  strapi: Core.Strapi,
  id: number,
  who: string,
  outcome: Outcome,
  now: Date,
): Promise<void> => {
  await letterRows(strapi).where({ id, state: 'owed', leased_by: who }).update(changes(outcome, now));
};

const day = 24 * 60 * 60 * 1000;
const keptFor = 30 * day;

/** Deletes what was delivered, withdrawn or given up on 30 days ago. */
export const sweepLetters = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  letterRows(strapi)
    .whereNot({ state: 'owed' })
    .where('settled_at', '<', new Date(now.getTime() - keptFor))
    .delete();
