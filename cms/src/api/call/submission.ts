import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  type BookedCall,
  type CallRequest,
  type CallRules,
  mailboxKey,
  maxCallMoves,
  maxOpenCalls,
  type SendingLimit,
} from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, TryLaterError } from '#src/http/errors';
import { instantOf } from '#src/http/serialise';
import { newRowSecret } from '#src/security/row-identity';
import { macOfContent } from '#src/security/sent-content';
import { changeDetails, moveCallTo, placeCall } from './booking';
import { type CallRow, callRows, cellRows } from './call-rows';
import { type CallContext, inDiaryTransaction, readDiary } from './diary';
import { cellsOf, isFree } from './domain/slots';
import { emailsToReader, notifyCounsellor } from './emails/call-emails';
import { callTokenOf } from './links';

type Sent = CallRequest & { contentMac: string };

const daySeconds = 86_400;

const limitTexts: Readonly<Record<SendingLimit, string>> = {
  mailbox: 'Several calls have been booked with this address. Please try again tomorrow, or write to us.',
  network: 'A lot has been booked from your connection. Please try again later.',
  site: 'A lot of people are booking right now. Please try again later.',
};

/** The same in both cases, so that nobody learns whether an address has a call. */
const tooManyForAddress = (): TryLaterError =>
  new TryLaterError(limitTexts.mailbox, daySeconds, { limit: 'mailbox' satisfies SendingLimit });

/** @throws TryLaterError if no further email may be caused with this address, or from this network */
const limitEmails = ({ services }: UnitOfWork, { email, network }: CallRequest, now: Date): void => {
  const reached = services.sendingLimits.consume({ address: email, network }, now.getTime());
  if (reached === null) return;
  const { limit, retryAfterSeconds } = reached;
  throw limit === 'mailbox' ? tooManyForAddress() : new TryLaterError(limitTexts[limit], retryAfterSeconds, { limit });
};

/** @throws TryLaterError if an address has as many calls to come as it can, besides the one that is changed */
const limitOpenCalls = async (uow: UnitOfWork, email: string, changed: CallRow | null, now: Date): Promise<void> => {
  const open = await callRows(uow)
    .where({ email_key: mailboxKey(email), state: 'booked' })
    .where('ends', '>', now)
    .whereNot({ id: changed?.id ?? 0 })
    .select('id');
  if (open.length >= maxOpenCalls) throw tooManyForAddress();
};

/** @throws ValidationError for a way to talk that is not offered (any more) */
const checkChannel = ({ channels }: CallRules, { channel }: CallRequest): void => {
  if (channels.includes(channel)) return;
  throw new errors.ValidationError('Something in this form is missing or not valid.', {
    issues: [{ path: ['channel'], code: 'no-such-channel' }],
  });
};

/**
 * Returns the diary around a start that a reader may book.
 *
 * @param moving the call that is moved there
 * @throws ConflictError if the start is not free
 */
export const diaryIfFree = async (
  uow: UnitOfWork,
  starts: number,
  now: Date,
  moving: CallRow | null,
): Promise<CallContext> => {
  const read = await readDiary(uow, { from: starts, until: starts + 1 }, now, moving?.id);
  if (isFree(read.diary, now.getTime(), starts)) return read;
  throw lostSlot();
};

/** What a reader is told whose time has gone. */
export const lostSlot = (): ConflictError =>
  new ConflictError('This time is not free any more. Please choose another.');

const detailsOf = (sent: Sent) => ({
  channel: sent.channel,
  name: sent.name,
  email: sent.email,
  phone: sent.phone,
  mayLeaveVoicemail: sent.mayLeaveVoicemail,
  voicemailName: sent.voicemailName,
  timeZone: sent.timeZone,
  contentMac: sent.contentMac,
});

const detailColumns = (sent: Sent): Partial<CallRow> => ({
  channel: sent.channel,
  name: sent.name,
  email: sent.email,
  email_key: mailboxKey(sent.email),
  phone: sent.phone,
  may_leave_voicemail: sent.mayLeaveVoicemail,
  voicemail_name: sent.voicemailName,
  time_zone: sent.timeZone,
  content_mac: sent.contentMac,
});

const bookAnew = async (uow: UnitOfWork, sent: Sent, now: Date): Promise<CallRow> => {
  const starts = Date.parse(sent.starts);
  const context = await diaryIfFree(uow, starts, now, null);
  checkChannel(context.rules, sent);
  limitEmails(uow, sent, now);
  await limitOpenCalls(uow, sent.email, null, now);
  const call = { ...detailsOf(sent), starts, nonce: sent.nonce, addedManually: false, tellReader: true };
  const placed = await placeCall(uow, context, call, now);
  if (placed.status === 'taken') throw lostSlot();
  return placed.call;
};

/**
 * Lets a call be what the same form said last: who gets two confirmations would not know which one counts. With another
 * address, the link that went to the first ends, and its owner is told that the call is cancelled.
 */
const bookOtherwise = async (uow: UnitOfWork, call: CallRow, sent: Sent, now: Date): Promise<CallRow> => {
  const starts = Date.parse(sent.starts);
  const isMoved = starts !== new Date(call.starts).getTime();
  const isOtherAddress = mailboxKey(sent.email) !== call.email_key;
  const context: CallContext = isMoved
    ? await diaryIfFree(uow, starts, now, call)
    : await readDiary(uow, { from: starts, until: starts + 1 }, now);
  if (sent.channel !== call.channel) checkChannel(context.rules, sent);
  if (isMoved && call.moves >= maxCallMoves) throw tooManyForAddress();
  limitEmails(uow, sent, now);
  await limitOpenCalls(uow, sent.email, call, now);
  const details = {
    ...detailColumns(sent),
    moves: call.moves + (isMoved ? 1 : 0),
    ...(isOtherAddress && { link_version: call.link_version + 1, reminded_at: null }),
  };
  const changed = isMoved
    ? await moveCallTo(uow, context, call, { starts, by: 'reader', details, tellReader: !isOtherAddress }, now)
    : await changeDetails(uow, call, details, now);
  if (changed === null) throw lostSlot();
  if (isOtherAddress) {
    const asBefore = { ...call, state: 'cancelled', version: changed.version, sequence: changed.sequence } as const;
    await emailsToReader(uow, asBefore, context, now).cancelled('reader', null);
    await emailsToReader(uow, changed, context, now).booked();
  } else if (!isMoved) {
    await emailsToReader(uow, changed, context, now).moved('reader');
  }
  if (!isMoved && changed.channel !== call.channel) await notifyCounsellor(uow, changed, 'moved', context, now);
  return changed;
};

/** Returns what the reader is told. */
const toBookedCall = (uow: UnitOfWork, call: CallRow): BookedCall => ({
  number: call.id,
  token: callTokenOf(uow.services.linkKeys, call),
  channel: call.channel,
  starts: instantOf(call.starts),
  ends: instantOf(call.ends),
  timeZone: call.time_zone,
  confirms: true,
});

/**
 * Returns whether a form was sent again by somebody else: on a device that people share, going back brings up the form
 * of whoever booked before. Who corrects their address has the same name.
 */
const isOtherPerson = ({ name, email }: CallRequest, call: CallRow): boolean =>
  mailboxKey(email) !== call.email_key && name.toLowerCase() !== call.name.toLowerCase();

/**
 * Returns the call that a form has booked before for the same person, if it is still to come; another one can be booked
 * otherwise.
 */
const bookedBefore = async (uow: UnitOfWork, sent: CallRequest, now: Date): Promise<CallRow | null> => {
  const call = (await callRows(uow).where({ nonce: sent.nonce }).forUpdate().first()) ?? null;
  if (call === null) return null;
  const isToCome = call.state === 'booked' && new Date(call.ends) > now;
  if (isToCome && !isOtherPerson(sent, call)) return call;
  await callRows(uow).where({ id: call.id }).update({ nonce: newRowSecret() });
  return null;
};

/**
 * Refuses a time that somebody else has already, before the diary is locked: of many who want one time at once, all but
 * the first are answered soon. What is decided with the lock counts.
 *
 * @throws ConflictError if a call of another form has the time
 */
const refuseTaken = async (strapi: Core.Strapi, { starts, nonce }: CallRequest): Promise<void> => {
  const start = Date.parse(starts);
  const [cell = 0] = cellsOf({ from: start, until: start + 1 });
  const taken = await cellRows(strapi).where({ cell }).first('call_id');
  if (!taken) return;
  const [own] = await callRows(strapi).where({ nonce }).select('id');
  if (own?.id !== taken.call_id) throw lostSlot();
};

/**
 * Books a call at once, together with the queued emails, all or nothing. Of two readers who want the same time, only
 * one gets it.
 *
 * @returns `first`: this submission made the call; otherwise an earlier one of the same form did
 * @throws ConflictError if the time is not free (any more); TryLaterError if too much was booked; ValidationError for a
 * way to talk that is not offered
 */
export const bookCall = (
  strapi: Core.Strapi,
  sent: CallRequest,
  now: Date,
): Promise<{ first: boolean; call: BookedCall }> => {
  const book = async (uow: UnitOfWork): Promise<{ first: boolean; call: BookedCall }> => {
    const contentMac = macOfContent(uow.services.linkKeys, 'call', { ...sent });
    const content = { ...sent, contentMac };
    const before = await bookedBefore(uow, sent, now);
    if (before?.content_mac === contentMac) return { first: false, call: toBookedCall(uow, before) };
    const call = before === null ? await bookAnew(uow, content, now) : await bookOtherwise(uow, before, content, now);
    return { first: before === null, call: toBookedCall(uow, call) };
  };
  return inDiaryTransaction(strapi, book, () => refuseTaken(strapi, sent));
};
