import type { Core } from '@strapi/strapi';
import { type CallMove, maxCallMoves, type PrivateCall } from 'shared';
import { msOf } from '#src/database/stored-values';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { refuseWhen } from '#src/http/errors';
import { instantOf } from '#src/http/serialise';
import { dayAt } from '#src/time/days';
import { cancelCall, moveCallTo } from './booking';
import { readerCalendar } from './calendars/reader-calendar';
import { type CallRow, dueOf } from './call-rows';
import { type CallContext, callContext, inDiaryTransaction } from './diary';
import { readerCallOf } from './emails/call-emails';
import { callTokenOf, lockByToken } from './links';
import { diaryIfFree, lostSlot } from './submission';

/*
 * What a reader can do with a call through its private link, without an account. Every function throws a NotFoundError
 * for a wrong link, and for a call that was deleted.
 */

/** Emails with the link may reach a stranger. */
const lastDigits = (phone: string | null): string | null => phone?.replace(/\D/g, '').slice(-3) ?? null;

const stateOf = ({ state, ends }: CallRow, now: Date): PrivateCall['state'] => {
  if (state === 'cancelled') return state;
  return msOf(ends) <= now.getTime() ? 'past' : 'booked';
};

const mayChange = ({ state, starts }: CallRow, now: Date): boolean =>
  state === 'booked' && msOf(starts) > now.getTime();

const privateView = (uow: UnitOfWork, call: CallRow, { rules, practice }: CallContext, now: Date): PrivateCall => {
  return {
    number: call.id,
    token: callTokenOf(uow.services.linkKeys, call),
    state: stateOf(call, now),
    channel: call.channel,
    starts: instantOf(call.starts),
    ends: instantOf(call.ends),
    timeZone: call.time_zone,
    name: call.name,
    phone: lastDigits(call.phone),
    mayLeaveVoicemail: Boolean(call.may_leave_voicemail),
    cancelledBy: call.cancelled_by,
    mayChange: mayChange(call, now),
    movesLeft: Math.max(0, maxCallMoves - call.moves),
    deletedOn: dayAt(dueOf(call, rules.keepDays).toISOString(), practice.timeZone),
  };
};

export const viewPrivateCall = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateCall> =>
  inReadTransaction(strapi, async (uow) =>
    privateView(uow, await lockByToken(uow, token), await callContext(uow), now),
  );

/**
 * Moves a call to another free time.
 *
 * @throws ConflictError if that time is not free (any more), and if the call cannot be moved
 */
export const moveCall = (strapi: Core.Strapi, { token, starts }: CallMove, now: Date): Promise<PrivateCall> =>
  inDiaryTransaction(strapi, async (uow) => {
    const call = await lockByToken(uow, token);
    const start = Date.parse(starts);
    if (call.state === 'booked' && msOf(call.starts) === start)
      return privateView(uow, call, await callContext(uow), now);
    refuseWhen(!mayChange(call, now), 'This call can’t be moved any more.');
    refuseWhen(call.moves >= maxCallMoves, 'This call has been moved too often. Please write to us instead.');
    const context = await diaryIfFree(uow, start, now, call);
    const details = { moves: call.moves + 1 };
    const moved = await moveCallTo(uow, context, call, { starts: start, by: 'reader', details, tellReader: true }, now);
    if (moved === null) throw lostSlot();
    return privateView(uow, moved, context, now);
  });

/**
 * Cancels a call; one that is cancelled stays so.
 *
 * @throws ConflictError once it has begun
 */
export const cancelByReader = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateCall> =>
  inDiaryTransaction(strapi, async (uow) => {
    const call = await lockByToken(uow, token);
    const context = await callContext(uow);
    if (call.state === 'cancelled') return privateView(uow, call, context, now);
    refuseWhen(!mayChange(call, now), 'This call has begun, so it can’t be cancelled any more.');
    const cancelled = await cancelCall(uow, context, call, { by: 'reader', message: null, tellReader: true }, now);
    return privateView(uow, cancelled, context, now);
  });

/** Returns a call as a calendar file, without how to join: only the email has that. */
export const privateCallCalendar = (strapi: Core.Strapi, token: string, now: Date): Promise<string> =>
  inReadTransaction(strapi, async (uow) => {
    const call = await lockByToken(uow, token);
    return readerCalendar(readerCallOf(strapi, call, await callContext(uow), null, now));
  });
