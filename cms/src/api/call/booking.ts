import type { CallChannel } from 'shared';
import { mailboxKey } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { blockRows, type CallRow, callRows, insertCall, lockCall } from './call-rows';
import { freeCells, takeCells } from './cells';
import { bumpCallsTag, type CallContext } from './diary';
import type { Interval } from './domain/intervals';
import { busyOf } from './domain/slots';
import { type CallParty, cancelEmailsToReader, emailsToReader, notifyCounsellor } from './emails/call-emails';

/*
 * The one door through which calls get their time, move and lose it, for readers and for the counsellor alike. Every
 * function is called with the diary locked (`inDiaryTransaction`), and queues the emails about what it did. What
 * readers may do (hours, notice, limits, other calendars) is checked by who calls them.
 */

const minuteMs = 60_000;

/** A call to place. `starts` is milliseconds since 1970. */
export interface CallToPlace {
  readonly channel: CallChannel;
  readonly starts: number;
  /** Where the reader is (IANA). */
  readonly timeZone: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayLeaveVoicemail: boolean;
  readonly voicemailName: string | null;
  readonly addedManually: boolean;
  /** The idempotency key of the form. */
  readonly nonce: string;
  readonly contentMac: string | null;
}

/** `repeated`: the same form placed this call before. */
export type Placed = { readonly status: 'placed' | 'repeated'; readonly call: CallRow } | { readonly status: 'taken' };

/** Whether the reader gets an email about it. */
interface Telling {
  readonly tellReader: boolean;
}

const timesOf = ({ rules }: CallContext, start: number) => {
  const busy = busyOf(rules, start);
  return {
    busy,
    call: { from: start, until: start + rules.minutes * minuteMs },
    columns: {
      starts: new Date(start),
      ends: new Date(start + rules.minutes * minuteMs),
      busy_from: new Date(busy.from),
      busy_until: new Date(busy.until),
    },
  };
};

const isTimeOff = async (uow: UnitOfWork, { from, until }: Interval): Promise<boolean> =>
  (await blockRows(uow)
    .where({ kind: 'time-off' })
    .where('starts', '<', new Date(until))
    .where('ends', '>', new Date(from))
    .first('id')) !== undefined;

/** Returns whether a call at a time would be in time off. @param start milliseconds since 1970 */
export const isInTimeOff = (uow: UnitOfWork, context: CallContext, start: number): Promise<boolean> =>
  isTimeOff(uow, timesOf(context, start).call);

/**
 * Books a call, unless another call, its buffers or time off are there: then nothing is stored. The counsellor always
 * gets the entry for her calendar.
 */
export const placeCall = async (
  uow: UnitOfWork,
  context: CallContext,
  wanted: CallToPlace & Telling,
  now: Date,
): Promise<Placed> => {
  const { busy, call, columns } = timesOf(context, wanted.starts);
  const { nonce } = wanted;
  const before = await callRows(uow).where({ nonce }).first();
  if (before) return { status: 'repeated', call: before };
  if (await isTimeOff(uow, call)) return { status: 'taken' };
  const inserted = await insertCall(uow, {
    channel: wanted.channel,
    ...columns,
    time_zone: wanted.timeZone,
    practice_zone: context.practice.timeZone,
    name: wanted.name,
    email: wanted.email,
    email_key: wanted.email === null ? null : mailboxKey(wanted.email),
    phone: wanted.phone,
    may_leave_voicemail: wanted.mayLeaveVoicemail,
    voicemail_name: wanted.voicemailName,
    added_manually: wanted.addedManually,
    nonce,
    content_mac: wanted.contentMac,
    sent_at: now,
  });
  if (!inserted) return { status: 'repeated', call: found((await callRows(uow).where({ nonce }).first()) ?? null) };
  if (!(await takeCells(uow, inserted, busy))) {
    await callRows(uow).where({ id: inserted.id }).delete();
    return { status: 'taken' };
  }
  await bumpCallsTag(uow);
  if (wanted.tellReader) await emailsToReader(uow, inserted, context, now).booked();
  await notifyCounsellor(uow, inserted, 'booked', context, now);
  return { status: 'placed', call: inserted };
};

/** Stores a change of a call. Calendars adopt it, and what was not sent yet is not sent any more. */
const changeCall = async (uow: UnitOfWork, call: CallRow, columns: Partial<CallRow>, now: Date): Promise<CallRow> => {
  await cancelEmailsToReader(uow, call);
  await callRows(uow)
    .where({ id: call.id })
    .update({ ...columns, version: call.version + 1, sequence: call.sequence + 1, updated_at: now });
  await bumpCallsTag(uow);
  return found(await lockCall(uow, call.id));
};

/** How a call is moved. `details`: other columns that change with it. */
interface Move extends Telling {
  readonly starts: number;
  readonly by: CallParty;
  readonly details?: Partial<CallRow>;
}

/**
 * Moves a booked call, or gives it the length and the buffers of now at its own time.
 *
 * @param call locked by the caller
 * @returns the call as it is then; null if another call, its buffers or time off are there, and nothing has changed
 */
export const moveCallTo = async (
  uow: UnitOfWork,
  context: CallContext,
  call: CallRow,
  { starts, by, details = {}, tellReader }: Move,
  now: Date,
): Promise<CallRow | null> => {
  const times = timesOf(context, starts);
  if ((await isTimeOff(uow, times.call)) || !(await takeCells(uow, call, times.busy))) return null;
  const columns = { ...details, ...times.columns, practice_zone: context.practice.timeZone, reminded_at: null };
  const moved = await changeCall(uow, call, columns, now);
  if (tellReader) await emailsToReader(uow, moved, context, now).moved(by);
  await notifyCounsellor(uow, moved, 'moved', context, now);
  return moved;
};

/** How a call is cancelled. `message`: what the counsellor writes to the reader. */
interface Cancellation extends Telling {
  readonly by: CallParty;
  readonly message: string | null;
}

/**
 * Cancels a booked call, and gives its time to others.
 *
 * @param call locked by the caller
 */
export const cancelCall = async (
  uow: UnitOfWork,
  context: CallContext,
  call: CallRow,
  { by, message, tellReader }: Cancellation,
  now: Date,
): Promise<CallRow> => {
  await freeCells(uow, call);
  const columns = { state: 'cancelled', cancelled_at: now, cancelled_by: by } as const;
  const cancelled = await changeCall(uow, call, columns, now);
  if (tellReader) await emailsToReader(uow, cancelled, context, now).cancelled(by, message);
  await notifyCounsellor(uow, cancelled, 'cancelled', context, now);
  return cancelled;
};

/** Changes who a booked call is with, at the time that it has. @param call locked by the caller */
export const changeDetails = (uow: UnitOfWork, call: CallRow, details: Partial<CallRow>, now: Date): Promise<CallRow> =>
  changeCall(uow, call, details, now);
