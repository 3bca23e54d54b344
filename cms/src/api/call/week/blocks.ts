import type { Core } from '@strapi/strapi';
import type { AddCallBlockRequest, AddedCallBlock, CallOutcome } from 'shared';
import { blockRows, callRows } from '#src/api/call/call-rows';
import { bumpCallsTag, diaryRow, inDiaryTransaction, rulesOf } from '#src/api/call/diary';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { toListedCall } from './listed-call';

/**
 * Adds time off or an opening; the same form sent twice adds it once. Returns the calls that are booked in time off:
 * they stay, and it is for the counsellor to move or cancel them.
 */
export const addBlock = (strapi: Core.Strapi, block: AddCallBlockRequest, now: Date): Promise<AddedCallBlock> =>
  inDiaryTransaction(strapi, async (uow) => {
    const [starts, ends] = [new Date(block.starts), new Date(block.ends)];
    await blockRows(uow)
      .insert({ ...block, starts, ends, created_at: now, updated_at: now })
      .onConflict()
      .ignore();
    await bumpCallsTag(uow);
    if (block.kind === 'opening') return { outcome: { status: 'done' }, calls: [] };
    const { timeZone } = await practiceOfCalls(strapi);
    const { keepDays } = rulesOf(await diaryRow(uow));
    const rows = await callRows(uow)
      .where({ state: 'booked' })
      .where('starts', '<', ends)
      .where('ends', '>', starts)
      .where('ends', '>', now)
      .orderBy(['starts', 'id'])
      .select('*');
    return { outcome: { status: 'done' }, calls: rows.map((row) => toListedCall(row, { keepDays, timeZone, now })) };
  });

/** Deletes time off or an opening. */
export const deleteBlock = (strapi: Core.Strapi, number: number): Promise<CallOutcome> =>
  inDiaryTransaction(strapi, async (uow) => {
    const deleted = await blockRows(uow).where({ id: number }).delete();
    if (deleted === 0) return { status: 'gone' };
    await bumpCallsTag(uow);
    return { status: 'done' };
  });
