import type { Core } from '@strapi/strapi';
import type { CallBlock, CallWeek, NextCalls, OpenedCall } from 'shared';
import { type BlockRow, blockRows, type CallRow, callRows } from '#src/api/call/call-rows';
import { diaryRow, readDiary, rulesOf } from '#src/api/call/diary';
import type { Interval } from '#src/api/call/domain/intervals';
import { slotsBetween } from '#src/api/call/domain/slots';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { dayAfter, dayAt, endOfDay, mondayOf, startOfDay } from '#src/time/days';
import { toListedCall } from './listed-call';

const callsWithin = async (uow: UnitOfWork, { from, until }: Interval): Promise<CallRow[]> =>
  await callRows(uow)
    .where('starts', '<', new Date(until))
    .where('ends', '>', new Date(from))
    .orderBy(['starts', 'id'])
    .select('*');

const toBlock = ({ id, kind, starts, ends, note }: BlockRow): CallBlock => ({
  number: id,
  kind,
  starts: instantOf(starts),
  ends: instantOf(ends),
  note,
});

const blocksWithin = async (uow: UnitOfWork, { from, until }: Interval): Promise<CallBlock[]> =>
  (
    await blockRows(uow)
      .where('starts', '<', new Date(until))
      .where('ends', '>', new Date(from))
      .orderBy(['starts', 'id'])
      .select('*')
  ).map(toBlock);

/**
 * Returns seven days of the diary.
 * @param day the first of them, of the practice's calendar; null for this week from Monday on
 */
export const readWeek = (strapi: Core.Strapi, day: string | null, now: Date): Promise<CallWeek> =>
  consistentRead(strapi, async (uow) => {
    const { timeZone } = await practiceOfCalls(strapi);
    const from = day ?? mondayOf(dayAt(now.toISOString(), timeZone));
    const range = {
      from: Date.parse(startOfDay(from, timeZone)),
      until: Date.parse(endOfDay(dayAfter(from, 6), timeZone)),
    };
    const { diary } = await readDiary(uow, range, now);
    const listed = { keepDays: diary.rules.keepDays, timeZone, now };
    return {
      from,
      timeZone,
      minutes: diary.rules.minutes,
      calls: (await callsWithin(uow, range)).map((row) => toListedCall(row, listed)),
      blocks: await blocksWithin(uow, range),
      busy: diary.busy
        .filter((time) => time.from < range.until && time.until > range.from)
        .map((time) => ({ starts: instantOf(time.from), ends: instantOf(time.until), calendar: time.calendar })),
      slots: slotsBetween(diary, now.getTime(), range).map(instantOf),
    };
  });

/** Returns one call; null once it was deleted. */
export const openCall = (strapi: Core.Strapi, number: number, now: Date): Promise<OpenedCall | null> =>
  consistentRead(strapi, async (uow) => {
    const row = await callRows(uow).where({ id: number }).first();
    if (row === undefined) return null;
    const { timeZone } = await practiceOfCalls(strapi);
    const { keepDays } = rulesOf(await diaryRow(uow));
    return { call: toListedCall(row, { keepDays, timeZone, now }), timeZone };
  });

/** Returns the next call and how many there are to come, for the home page. */
export const readNextCalls = (strapi: Core.Strapi, now: Date): Promise<NextCalls> =>
  consistentRead(strapi, async (uow) => {
    const { timeZone } = await practiceOfCalls(strapi);
    const { keepDays } = rulesOf(await diaryRow(uow));
    const upcoming = () => callRows(uow).where({ state: 'booked' }).where('ends', '>', now);
    const next = await upcoming().orderBy(['starts', 'id']).first();
    const tonight = new Date(endOfDay(dayAt(now.toISOString(), timeZone), timeZone));
    const count = async (query: ReturnType<typeof upcoming>): Promise<number> =>
      Number((await query.count<{ count: number | string }[]>({ count: '*' }))[0]?.count ?? 0);
    return {
      call: next === undefined ? null : toListedCall(next, { keepDays, timeZone, now }),
      today: await count(upcoming().where('starts', '<', tonight)),
      upcoming: await count(upcoming()),
      timeZone,
    };
  });
