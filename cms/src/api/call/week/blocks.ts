import type { Core } from '@strapi/strapi';
import type { AddCallBlockRequest, AddedCallBlock, CallOutcome, SlotReason } from 'shared';
import { blockRows, callRows } from '#src/api/call/call-rows';
import { bumpCallsTag, diaryRow, inDiaryTransaction, readDiary, rulesOf } from '#src/api/call/diary';
import { reasonsByStart } from '#src/api/call/domain/slots';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { toListedCall } from './listed-call';

interface Block {
  kind: AddCallBlockRequest['kind'];
  starts: Date;
  ends: Date;
}

/** Returns why a block could never have an effect, in a sentence; null if it can. */
const whyUseless = async (uow: UnitOfWork, { kind, starts, ends }: Block, now: Date): Promise<string | null> => {
  if (ends <= now) return 'That time has passed.';
  if (kind === 'time-off') return null;
  const opening = { from: starts.getTime(), until: ends.getTime() };
  const { diary, rules } = await readDiary(uow, opening, now);
  const alone = { ...diary, rules: { ...rules, hours: [] }, openings: [opening] };
  const starting = reasonsByStart(alone, now.getTime(), opening);
  if (starting.length === 0) return `A call takes ${rules.minutes} minutes, and none fits into that time.`;
  const isAlways = (...reasons: SlotReason[]): boolean =>
    starting.every((against) => against.some((reason) => reasons.includes(reason)));
  if (isAlways('away')) return 'You are away then, so nobody could book a call.';
  if (isAlways('time-off', 'away')) return 'You have time off then. Delete it first, or choose another time.';
  if (isAlways('passed', 'notice', 'time-off', 'away'))
    return 'It is sooner than the notice that you want, so nobody could book a call then.';
  return null;
};

/**
 * Adds time off or an opening; the same form sent twice adds it once. Returns the calls that are booked in time off:
 * they stay, and it is for the counsellor to move or cancel them. What could never have an effect is refused.
 */
export const addBlock = (strapi: Core.Strapi, block: AddCallBlockRequest, now: Date): Promise<AddedCallBlock> =>
  inDiaryTransaction(strapi, async (uow) => {
    const [starts, ends] = [new Date(block.starts), new Date(block.ends)];
    const reason = await whyUseless(uow, { kind: block.kind, starts, ends }, now);
    if (reason !== null) return { outcome: { status: 'refused', reason }, calls: [] };
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
