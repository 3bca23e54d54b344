import type { Core } from '@strapi/strapi';
import type { CallRules } from 'shared';
import { type PracticeOfCalls, practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { jsonOf, msOf } from '#src/database/stored-values';
import { type Database, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { blockRows, type CalendarRow, calendarRows, callRows, diaryId, type DiaryRow, diaryRows } from './call-rows';
import type { Interval } from './domain/intervals';
import type { Diary } from './domain/slots';
import { usualCallRules } from './domain/usual-rules';

const hourMs = 3_600_000;
/** What is read around a time: whole weeks for the limit a week, and the longest buffers. */
const aroundMs = 8 * 24 * hourMs;

/** Returns the rules as they are stored; what an earlier release did not know has its usual value. */
export const rulesOf = ({ rules }: Pick<DiaryRow, 'rules'>): CallRules => ({ ...usualCallRules, ...jsonOf(rules) });

/** Returns the diary's row without locking it. */
export const diaryRow = async (database: Database): Promise<DiaryRow> => {
  const row = await diaryRows(database).where({ id: diaryId }).first();
  if (row === undefined) throw new Error('The diary of introductory calls has no row.');
  return row;
};

/**
 * Locks the diary until the transaction ends: whatever changes what is free locks it first, then calls, then emails, so
 * that such changes run one after the other, on both databases and in any number of processes.
 */
export const lockDiary = async (uow: UnitOfWork): Promise<DiaryRow> => {
  await diaryRows(uow).where({ id: diaryId }).update({ id: diaryId });
  return diaryRow(uow);
};

/**
 * Runs a transaction that locks the diary first: one at a time in this process, so that those that wait hold no
 * connection.
 *
 * @param check runs when it is its turn, before the transaction, and throws if that is not needed any more
 */
export const inDiaryTransaction = <T>(
  strapi: Core.Strapi,
  work: (uow: UnitOfWork) => Promise<T>,
  check: () => Promise<void> = async () => undefined,
): Promise<T> =>
  servicesOf(strapi).diaryMutex(async () => {
    await check();
    return inTransaction(strapi, async (uow) => {
      await lockDiary(uow);
      return work(uow);
    });
  });

/** Invalidates the pages that show what is free; the site is notified once the transaction is committed. */
export const bumpCallsTag = async (uow: UnitOfWork): Promise<void> => {
  await bumpTag(uow, 'calls');
  uow.afterCommit(uow.services.notifySite);
};

/** Returns the moment from which a calendar's copy is too old to count, in milliseconds; 0 if it was never read. */
export const staleAt = ({ read_at }: Pick<CalendarRow, 'read_at'>, { staleHours }: CallRules): number =>
  read_at === null ? 0 : msOf(read_at) + staleHours * hourMs;

/** What decides how a call is placed, and what emails about it say. */
export interface CallContext {
  readonly rules: CallRules;
  readonly practice: PracticeOfCalls;
}

/** Returns the rules and the practice. */
export const callContext = async (uow: UnitOfWork): Promise<CallContext> => ({
  rules: rulesOf(await diaryRow(uow)),
  practice: await practiceOfCalls(uow.strapi),
});

/** The diary with what decides how certain it is. */
export interface ReadDiary extends CallContext {
  readonly diary: Diary;
  /** Whether every calendar was read when that was last tried. */
  readonly isCertain: boolean;
  /** When the next calendar's copy becomes too old to count; null if none does. */
  readonly staleFrom: number | null;
}

const within = (query: ReturnType<typeof blockRows>, { from, until }: Interval) =>
  query.where('starts', '<', new Date(until)).where('ends', '>', new Date(from));

/**
 * Returns everything that decides what is free within a time, as it is at a moment.
 *
 * @param moving the number of a call that is to be moved: its own time is no obstacle
 */
export const readDiary = async (
  uow: UnitOfWork,
  range: Interval,
  now: Date,
  moving: number | null = null,
): Promise<ReadDiary> => {
  const around = { from: range.from - aroundMs, until: range.until + aroundMs };
  const { rules, practice } = await callContext(uow);
  const blocks = (await within(blockRows(uow), around).select('kind', 'starts', 'ends')).map((block) => ({
    kind: block.kind,
    from: msOf(block.starts),
    until: msOf(block.ends),
  }));
  const calls = await callRows(uow)
    .where({ state: 'booked' })
    .whereNot({ id: moving ?? 0 })
    .where('busy_from', '<', new Date(around.until))
    .where('busy_until', '>', new Date(around.from))
    .select('starts', 'busy_from', 'busy_until');
  const calendars = await calendarRows(uow).orderBy('id').select('name', 'read_at', 'error', 'busy');
  const stale = calendars.filter((calendar) => staleAt(calendar, rules) <= now.getTime());
  const fresh = calendars.map((calendar) => staleAt(calendar, rules)).filter((moment) => moment > now.getTime());
  return {
    diary: {
      rules,
      timeZone: practice.timeZone,
      bookingUrl: practice.bookingUrl,
      awayUntil: practice.awayUntil,
      openings: blocks.filter(({ kind }) => kind === 'opening'),
      timeOff: blocks.filter(({ kind }) => kind === 'time-off'),
      calls: calls.map(({ starts, busy_from, busy_until }) => ({
        starts: msOf(starts),
        busy: { from: msOf(busy_from), until: msOf(busy_until) },
      })),
      busy: calendars.flatMap(({ name, busy }) =>
        (jsonOf(busy) ?? [])
          .filter(([from, until]) => from < around.until && until > around.from)
          .map(([from, until]) => ({ from, until, calendar: name })),
      ),
      staleCalendars: stale.map(({ name }) => name),
    },
    rules,
    practice,
    isCertain: stale.length === 0 && calendars.every(({ error }) => error === null),
    staleFrom: fresh.length === 0 ? null : Math.min(...fresh),
  };
};
