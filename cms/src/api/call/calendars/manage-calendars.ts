import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { addCalendarRequest, CalendarError, CallCalendar, CallCalendars, changeCalendarRequest } from 'shared';
import type { z } from 'zod';
import { type CalendarRow, calendarRows } from '#src/api/call/call-rows';
import { bumpCallsTag, diaryRow, inDiaryTransaction, rulesOf, staleAt } from '#src/api/call/diary';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { jsonOf } from '#src/database/stored-values';
import type { Database } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf, instantOrNull } from '#src/http/serialise';
import { decryptSecret, encryptSecret } from '#src/security/stored-secret';
import { readAndStore, unhurriedMs } from './poll';
import { type CalendarToRead, outcomeOf, readBusyTimes, storedBusy } from './read-calendar';

const maxCalendars = 10;

const calendarOf = async (database: Database, number: number): Promise<CalendarRow> =>
  found((await calendarRows(database).where({ id: number }).first()) ?? null);

const toCalendar = (row: CalendarRow, staleFrom: number, now: Date): CallCalendar => ({
  number: row.id,
  version: row.version,
  name: row.name,
  host: row.host,
  allDayBlocks: Boolean(row.all_day_blocks),
  readAt: instantOrNull(row.read_at),
  triedAt: instantOrNull(row.tried_at),
  error: row.error as CalendarError | null,
  isStale: staleFrom <= now.getTime(),
  busyCount: (jsonOf(row.busy) ?? []).filter(([, until]) => until > now.getTime()).length,
});

const shown = async (strapi: Core.Strapi, number: number): Promise<CallCalendar> => {
  const row = await calendarOf(strapi, number);
  return toCalendar(row, staleAt(row, rulesOf(await diaryRow(strapi))), new Date());
};

/** Returns her calendars in the order in which she added them, and what goes out to her own calendar. */
export const listCalendars = async (strapi: Core.Strapi, now: Date): Promise<CallCalendars> => {
  const diary = await diaryRow(strapi);
  const rules = rulesOf(diary);
  const rows = await calendarRows(strapi).orderBy('id').select('*');
  return {
    calendars: rows.map((row) => toCalendar(row, staleAt(row, rules), now)),
    feedSince: diary.feed_since === null ? null : instantOf(diary.feed_since),
    invitationsTo: await counsellorAddress(strapi),
  };
};

/**
 * Reads a calendar that was just entered: one that can't be read would close the site to everybody who books.
 *
 * @throws ValidationError (400); the issue is of `address` and has the reason as its code
 */
const firstReading = async (
  strapi: Core.Strapi,
  { address, allDayBlocks }: Omit<CalendarToRead, 'known'>,
  now: Date,
) => {
  const outcome = await outcomeOf(readBusyTimes(strapi, { address, allDayBlocks, known: null }, now, unhurriedMs));
  if ('error' in outcome)
    throw new errors.ValidationError('This calendar can’t be read.', {
      issues: [{ path: ['address'], code: outcome.error }],
    });
  const { etag = null, lastModified = null, busy = [] } = outcome.read ?? {};
  return { etag, last_modified: lastModified, busy: storedBusy(busy), read_at: now, tried_at: now, error: null };
};

/** Reads a calendar and adds it, if it can be read. */
export const addCalendar = async (
  strapi: Core.Strapi,
  { name, address, allDayBlocks }: z.output<typeof addCalendarRequest>,
  now: Date,
): Promise<CallCalendar> => {
  const read = await firstReading(strapi, { address, allDayBlocks }, now);
  const id = await inDiaryTransaction(strapi, async (uow) => {
    const present = await calendarRows(uow).select('id');
    if (present.length >= maxCalendars)
      throw new errors.ValidationError(`There can be ${maxCalendars} calendars. Please remove one first.`);
    const [made] = await calendarRows(uow)
      .insert({
        name,
        host: new URL(address).hostname,
        address: encryptSecret(strapi, address),
        all_day_blocks: allDayBlocks,
        version: 1,
        ...read,
        created_at: now,
        updated_at: now,
      })
      .returning('id');
    await bumpCallsTag(uow);
    return found(made ?? null).id;
  });
  return shown(strapi, id);
};

/**
 * Changes a calendar and reads it with what was changed, if it can be read.
 *
 * @throws ConflictError (409) if it was changed elsewhere since
 */
export const changeCalendar = async (
  strapi: Core.Strapi,
  number: number,
  { version, name, address: typed, allDayBlocks }: z.output<typeof changeCalendarRequest>,
  now: Date,
): Promise<CallCalendar> => {
  const row = await calendarOf(strapi, number);
  const address = typed ?? decryptSecret(strapi, row.address);
  const isRead = typed !== null || allDayBlocks !== Boolean(row.all_day_blocks);
  if (address === null)
    throw new errors.ValidationError('This calendar can’t be read.', {
      issues: [{ path: ['address'], code: 'missing' }],
    });
  const read = isRead ? await firstReading(strapi, { address, allDayBlocks }, now) : {};
  await inDiaryTransaction(strapi, async (uow) => {
    const changed = await calendarRows(uow)
      .where({ id: number, version })
      .update({
        name,
        all_day_blocks: allDayBlocks,
        ...(typed === null ? {} : { host: new URL(typed).hostname, address: encryptSecret(strapi, typed) }),
        ...read,
        version: version + 1,
        updated_at: now,
      });
    if (changed === 0) throw new ConflictError('This calendar was changed in another window. Please look at it again.');
    await bumpCallsTag(uow);
  });
  return shown(strapi, number);
};

/** Reads a calendar now, whether it is due or not. */
export const readNow = async (strapi: Core.Strapi, number: number, now: Date): Promise<CallCalendar> => {
  await readAndStore(strapi, await calendarOf(strapi, number), now);
  return shown(strapi, number);
};

/** Removes a calendar with everything that was read from it; one that is gone already, too. */
export const removeCalendar = (strapi: Core.Strapi, number: number): Promise<void> =>
  inDiaryTransaction(strapi, async (uow) => {
    await calendarRows(uow).where({ id: number }).delete();
    await bumpCallsTag(uow);
  });
