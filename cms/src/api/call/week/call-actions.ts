import type { Core } from '@strapi/strapi';
import type { AddCallRequest, CallOutcome } from 'shared';
import { cancelCall, isInTimeOff, moveCallTo, placeCall } from '#src/api/call/booking';
import { type CallRow, lockCall } from '#src/api/call/call-rows';
import { type CallContext, callContext, inDiaryTransaction } from '#src/api/call/diary';
import type { UnitOfWork } from '#src/database/unit-of-work';

/*
 * What the counsellor does with calls. Her hours, the notice, the limits and her other calendars are hers to overrule;
 * other calls and time off are not.
 */

const done: CallOutcome = { status: 'done' };
const refused = (reason: string): CallOutcome => ({ status: 'refused', reason });

/** Says what has the time already. @param start milliseconds since 1970 */
const taken = async (uow: UnitOfWork, context: CallContext, start: number): Promise<CallOutcome> => ({
  status: 'taken',
  by: (await isInTimeOff(uow, context, start)) ? 'time-off' : 'call',
});

/** Adds a call by hand; the same form sent twice adds it once. */
export const addCall = (strapi: Core.Strapi, added: AddCallRequest, now: Date): Promise<CallOutcome> =>
  inDiaryTransaction(strapi, async (uow) => {
    const { notify, starts, ...details } = added;
    if (notify && details.email === null)
      return refused('Without an email address nobody can be told. Enter one, or add the call without an email.');
    if (new Date(starts) <= now) return refused('That time has passed.');
    const context = await callContext(uow);
    const call = {
      ...details,
      starts: Date.parse(starts),
      timeZone: context.practice.timeZone,
      mayLeaveVoicemail: false,
      voicemailName: null,
      addedManually: true,
      contentMac: null,
      tellReader: notify,
    };
    const placed = await placeCall(uow, context, call, now);
    return placed.status === 'taken' ? taken(uow, context, call.starts) : done;
  });

/** A call as it was on the counsellor's screen. What is done about any other version of it is refused. */
interface ReadCall {
  number: number;
  version: number;
}

/** Runs `work` on a booked call in the version that was read; otherwise says what became of it. */
const withRead = (
  strapi: Core.Strapi,
  { number, version }: ReadCall,
  work: (uow: UnitOfWork, call: CallRow) => Promise<CallOutcome>,
): Promise<CallOutcome> =>
  inDiaryTransaction(strapi, async (uow) => {
    const call = await lockCall(uow, number);
    if (call === null) return { status: 'gone' };
    if (call.version !== version || call.state !== 'booked') return { status: 'changed' };
    return work(uow, call);
  });

/** Moves a call to another time. */
export const moveCall = (
  strapi: Core.Strapi,
  { starts, notify, ...read }: ReadCall & { starts: string; notify: boolean },
  now: Date,
): Promise<CallOutcome> =>
  withRead(strapi, read, async (uow, call) => {
    if (new Date(call.ends) <= now) return refused('This call is over, so it can’t be moved.');
    if (new Date(starts) <= now) return refused('That time has passed.');
    if (new Date(starts).getTime() === new Date(call.starts).getTime()) return done;
    const move = { starts: Date.parse(starts), by: 'counsellor', tellReader: notify } as const;
    const context = await callContext(uow);
    return (await moveCallTo(uow, context, call, move, now)) === null ? taken(uow, context, move.starts) : done;
  });

/** Cancels a call; `message` is added to the email. */
export const cancelByCounsellor = (
  strapi: Core.Strapi,
  { notify, message, ...read }: ReadCall & { notify: boolean; message: string | null },
  now: Date,
): Promise<CallOutcome> =>
  withRead(strapi, read, async (uow, call) => {
    if (new Date(call.ends) <= now) return refused('This call is over, so it can’t be cancelled.');
    await cancelCall(uow, await callContext(uow), call, { by: 'counsellor', message, tellReader: notify }, now);
    return done;
  });
