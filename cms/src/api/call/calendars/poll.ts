import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { type CalendarRow, calendarRows } from '#src/api/call/call-rows';
import { msOf } from '#src/database/stored-values';
import { withFields } from '#src/log/log-format';
import { describeError } from '#src/text/describe-error';
import { readStored, storeOutcome } from './read-calendar';

const minuteMs = 60_000;
/** How long one calendar may take, when nobody waits for it. */
export const unhurriedMs = 25_000;
/** How long somebody who books waits for all calendars together. */
const hurriedMs = 2_000;
/** Somebody who books within a second of another is served by the same look at the calendars. */
const sharedForMs = 1_000;

/**
 * Returns whether a calendar is to be read again: at each run of the job, and after failures the more rarely the longer
 * it has failed, but once an hour at least.
 */
const isDue = ({ tried_at, read_at, created_at, error }: CalendarRow, now: number): boolean => {
  if (tried_at === null) return true;
  const failingFor = error === null ? 0 : msOf(tried_at) - msOf(read_at ?? created_at);
  // The job comes every five minutes, give or take some seconds.
  return now - msOf(tried_at) >= Math.min(Math.max(4 * minuteMs, failingFor), 59 * minuteMs);
};

/** Whatever happens to one calendar is logged by its number and name, never with its address. */
const apart = async (strapi: Core.Strapi, { id, name, host }: CalendarRow, work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    strapi.log.error(
      'A calendar could not be read.',
      withFields({ calendar: id, name, host, error: describeError(error) }),
    );
  }
};

/** Reads a calendar and stores what was read, or why it was not. */
export const readAndStore = async (strapi: Core.Strapi, row: CalendarRow, now: Date): Promise<void> => {
  await storeOutcome(strapi, row, await readStored(strapi, row, now, unhurriedMs), now);
};

/** Reads the calendars that are due, each by itself. */
export const readCalendars = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const rows = await calendarRows(strapi).select('*');
  const due = rows.filter((row) => isDue(row, now.getTime()));
  await Promise.all(due.map((row) => apart(strapi, row, readAndStore(strapi, row, now))));
};

/** For booking only what was read counts: a slow server is not a failure of the calendar. */
const refreshOne = async (strapi: Core.Strapi, row: CalendarRow, now: Date): Promise<void> => {
  const outcome = await readStored(strapi, row, now, hurriedMs);
  if ('read' in outcome) await storeOutcome(strapi, row, outcome, now);
};

const refreshAll = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const rows = await calendarRows(strapi).select('*');
  await Promise.all(rows.map((row) => apart(strapi, row, refreshOne(strapi, row, now))));
};

interface Refresh {
  readonly begunAt: number;
  readonly done: Promise<void>;
}
const refreshes = new WeakMap<Core.Strapi, Refresh>();

/**
 * Looks at all calendars at the moment of booking, before its transaction: at once, and two seconds at most. What could
 * not be read in time keeps its last copy.
 */
export const refreshForBooking = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const last = refreshes.get(strapi);
  const shared = last !== undefined && performance.now() - last.begunAt < sharedForMs ? last : null;
  const refresh = shared ?? { begunAt: performance.now(), done: refreshAll(strapi, now) };
  refreshes.set(strapi, refresh);
  const timer = new AbortController();
  try {
    await Promise.race([refresh.done, pause(hurriedMs, undefined, { signal: timer.signal })]);
  } catch (error) {
    strapi.log.error('The calendars could not be read.', withFields({ error: describeError(error) }));
  } finally {
    timer.abort();
  }
};
