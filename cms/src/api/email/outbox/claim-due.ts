import type { Core } from '@strapi/strapi';
import { type LetterRow, letterRows } from './email-rows';

/** Who takes letters, until when they are theirs, and how many at once. */
export interface Taking {
  who: string;
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
  'owed_at',
  'makes_sense_until',
  'last_fault',
] as const;

/**
 * Takes letters that are due, the longest waiting first. Each is taken by one conditional update, so of two processes that
 * want the same letter one gets it, on both databases; whoever dies with a letter in hand loses it when the lease ends.
 */
export const takeDue = async (strapi: Core.Strapi, { who, now, leaseUntil, most }: Taking): Promise<LetterRow[]> => {
  const due = () =>
    letterRows(strapi)
      .where({ state: 'owed' })
      .where('not_before', '<=', now)
      .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now.getTime()));
  const found = await due().orderBy('not_before').orderBy('id').limit(most).select<{ id: number }[]>('id');
  const taken: LetterRow[] = [];
  for (const { id } of found) {
    const mine = await due().where({ id }).update({ leased_by: who, lease_until: leaseUntil }).increment('attempts', 1);
    if (mine !== 1) continue;
    const row = await letterRows(strapi)
      .where({ id, leased_by: who })
      .first<LetterRow | undefined>(...columns);
    if (row) taken.push(row);
  }
  return taken;
};
