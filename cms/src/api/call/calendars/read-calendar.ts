import type { Core } from '@strapi/strapi';
import type { CalendarError } from 'shared';
import { type CalendarRow, calendarRows } from '#src/api/call/call-rows';
import { bumpCallsTag, diaryRow, inDiaryTransaction, rulesOf, staleAt } from '#src/api/call/diary';
import type { Interval } from '#src/api/call/domain/intervals';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { jsonOf } from '#src/database/stored-values';
import { decryptSecret } from '#src/security/stored-secret';
import { settingsOf } from '#src/settings';
import { requestCalendar, UnreadCalendar, type Validators } from './reading/calendar-request';
import { parseCalendar } from './reading/parse-calendar';

const dayMs = 86_400_000;
/** Days from today in which busy times are kept: longer than any call can be booked ahead. */
const daysAhead = 150;
/** Days in which they can matter to anybody who books, at most. */
const daysThatMatter = 121;

/** What is needed to read a calendar. */
export interface CalendarToRead {
  readonly address: string;
  readonly allDayBlocks: boolean;
  readonly known: Validators | null;
}

/** What was read; null if it has not changed since. */
export type ReadBusyTimes = (Validators & { readonly busy: readonly Interval[] }) | null;

/** Whole days, so that what is kept does not change with each minute. */
const rangeAt = (now: number): Interval => {
  const today = Math.floor(now / dayMs) * dayMs;
  return { from: today - dayMs, until: today + daysAhead * dayMs };
};

/**
 * Fetches and parses a calendar; stores nothing.
 *
 * @param timeoutMs for both together
 * @throws UnreadCalendar
 */
export const readBusyTimes = async (
  strapi: Core.Strapi,
  { address, allDayBlocks, known }: CalendarToRead,
  now: Date,
  timeoutMs: number,
): Promise<ReadBusyTimes> => {
  const end = performance.now() + timeoutMs;
  const { timeZone } = await practiceOfCalls(strapi);
  const networks = settingsOf(strapi).calendarNetworks;
  const received = await requestCalendar({ address, known, networks, timeoutMs });
  if (received === null) return null;
  const { text, ...validators } = received;
  const reading = { timeZone, allDayBlocks, range: rangeAt(now.getTime()) };
  const left = end - performance.now();
  if (left <= 0) throw new UnreadCalendar('too-slow');
  return { ...validators, busy: await parseCalendar(text, reading, left) };
};

/** Returns busy times as they are stored. */
export const storedBusy = (busy: readonly Interval[]): string =>
  JSON.stringify(busy.map(({ from, until }) => [from, until]));

/** Returns the part of stored busy times that can keep somebody from booking, to compare it. */
const whatMatters = (busy: CalendarRow['busy'], now: number): string => {
  const end = now + daysThatMatter * dayMs;
  const times = (jsonOf(busy) ?? []).filter(([from, until]) => until > now && from < end);
  return JSON.stringify(times.map(([from, until]) => [Math.max(from, now), Math.min(until, end)]));
};

/** How a calendar was read: what it says, or why it was not. */
export type Outcome = { readonly read: ReadBusyTimes } | { readonly error: CalendarError };

export const outcomeOf = async (read: Promise<ReadBusyTimes>): Promise<Outcome> => {
  try {
    return { read: await read };
  } catch (error) {
    if (error instanceof UnreadCalendar) return { error: error.reason };
    throw error;
  }
};

const columnsOf = (outcome: Outcome, now: Date): Partial<CalendarRow> => {
  if ('error' in outcome) return { tried_at: now, error: outcome.error };
  const { read } = outcome;
  return {
    tried_at: now,
    read_at: now,
    error: null,
    ...(read === null ? {} : { etag: read.etag, last_modified: read.lastModified, busy: storedBusy(read.busy) }),
  };
};

/**
 * Stores how a calendar was read, unless it was changed or removed in the meantime. The pages with free times are
 * invalidated only if something in them may be different.
 */
export const storeOutcome = (strapi: Core.Strapi, row: CalendarRow, outcome: Outcome, now: Date): Promise<void> =>
  inDiaryTransaction(strapi, async (uow) => {
    const before = await calendarRows(uow).where({ id: row.id, version: row.version }).first();
    if (before === undefined) return;
    const columns = columnsOf(outcome, now);
    await calendarRows(uow).where({ id: row.id }).update(columns);
    const after = { ...before, ...columns };
    const rules = rulesOf(await diaryRow(uow));
    const isSame =
      whatMatters(before.busy, now.getTime()) === whatMatters(after.busy, now.getTime()) &&
      before.error === after.error &&
      staleAt(before, rules) > now.getTime();
    if (!isSame) await bumpCallsTag(uow);
  });

/** The server is asked for everything once a day (UTC), because what is kept begins and ends with the day. */
const knownOf = ({ etag, last_modified, read_at, error }: CalendarRow, now: Date): Validators | null => {
  const isOfToday = read_at !== null && rangeAt(new Date(read_at).getTime()).from === rangeAt(now.getTime()).from;
  return isOfToday && error === null && (etag ?? last_modified) !== null ? { etag, lastModified: last_modified } : null;
};

/** Reads a stored calendar once; stores nothing. */
export const readStored = async (
  strapi: Core.Strapi,
  row: CalendarRow,
  now: Date,
  timeoutMs: number,
): Promise<Outcome> => {
  const address = decryptSecret(strapi, row.address);
  // Encrypted with another ENCRYPTION_KEY: only she has the address.
  if (address === null) return { error: 'not-found' };
  const allDayBlocks = Boolean(row.all_day_blocks);
  return outcomeOf(readBusyTimes(strapi, { address, allDayBlocks, known: knownOf(row, now) }, now, timeoutMs));
};
