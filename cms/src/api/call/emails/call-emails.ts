import type { Core } from '@strapi/strapi';
import { callInvitation } from '#src/api/call/calendars/invitation';
import { readerCalendarAttachment, type ReaderCall } from '#src/api/call/calendars/reader-calendar';
import { aboutCall, type CallRow } from '#src/api/call/call-rows';
import type { CallContext } from '#src/api/call/diary';
import { bookingPageUrl, callsAdminUrl, privateCallUrl } from '#src/api/call/links';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { settingsOf } from '#src/settings';
import { counsellorEmails } from './counsellor-emails';
import { readerEmails } from './reader-emails';

/** Who moved or cancelled a call. */
export type CallParty = 'reader' | 'counsellor';

/** Returns a call as the reader's calendar file has it. @param joining how to join; null wherever that is not shown */
export const readerCallOf = (
  strapi: Core.Strapi,
  call: CallRow,
  { practice }: Pick<CallContext, 'practice'>,
  joining: string | null,
  now: Date,
): ReaderCall => ({
  id: call.document_id,
  sequence: call.sequence,
  channel: call.channel,
  starts: instantOf(call.starts),
  ends: instantOf(call.ends),
  isCancelled: call.state === 'cancelled',
  timeZone: call.time_zone,
  email: practice.email,
  joining,
  now,
});

/**
 * Returns functions that queue the emails to whoever booked a call, each in the transaction of its cause. Nothing is
 * queued for a call without an address.
 */
export const emailsToReader = (uow: UnitOfWork, call: CallRow, { rules, practice }: CallContext, now: Date) => {
  const { name, email, address } = practice;
  const joining = call.channel === 'online' ? rules.joining : null;
  const base = {
    to: call.email ?? '',
    number: call.id,
    version: call.version,
    channel: call.channel,
    starts: instantOf(call.starts),
    ends: instantOf(call.ends),
    timeZone: call.time_zone,
    practice: { name, email, address },
  };
  const linked = { ...base, privateLink: privateCallUrl(uow.strapi, call) };
  const entry = () => [readerCalendarAttachment(readerCallOf(uow.strapi, call, { practice }, joining, now))];
  const ifAddressed = (enqueue: () => Promise<boolean>): Promise<boolean> =>
    call.email === null ? Promise.resolve(false) : enqueue();
  return {
    booked: () =>
      ifAddressed(() =>
        readerEmails.booked.enqueue(uow, {
          ...linked,
          joining,
          bookedBy: call.added_manually ? 'counsellor' : 'reader',
          attachments: entry(),
        }),
      ),
    reminder: () => ifAddressed(() => readerEmails.reminder.enqueue(uow, linked)),
    moved: (movedBy: CallParty) =>
      ifAddressed(() => readerEmails.moved.enqueue(uow, { ...linked, joining, movedBy, attachments: entry() })),
    cancelled: (cancelledBy: CallParty, message: string | null) =>
      ifAddressed(() =>
        readerEmails.cancelled.enqueue(uow, {
          ...base,
          cancelledBy,
          message,
          bookingPage: bookingPageUrl(uow.strapi),
          attachments: entry(),
        }),
      ),
  };
};

/** Cancels what was not sent to the reader yet, because the call is not like that any more. */
export const cancelEmailsToReader = async (uow: UnitOfWork, call: Pick<CallRow, 'id'>): Promise<void> => {
  for (const { kind } of Object.values(readerEmails)) await cancelEmails(uow, { about: aboutCall(call), kind });
};

/** Queues the email that tells the counsellor of a change and makes it in her calendar, whoever made it. */
export const notifyCounsellor = async (
  uow: UnitOfWork,
  call: CallRow,
  change: keyof typeof counsellorEmails,
  { practice }: CallContext,
  now: Date,
): Promise<void> => {
  const to = await counsellorAddress(uow.strapi);
  if (to === null) return;
  const { timeZone } = practice;
  const { mail } = settingsOf(uow.strapi);
  const [starts, ends] = [instantOf(call.starts), instantOf(call.ends)];
  const dashboardUrl = callsAdminUrl(uow.strapi);
  const invitation = callInvitation({
    id: call.document_id,
    sequence: call.sequence,
    channel: call.channel,
    starts,
    ends,
    dashboardUrl,
    method: change === 'cancelled' ? 'CANCEL' : 'REQUEST',
    timeZone,
    organiser: { name: mail.fromName, email: mail.from },
    counsellor: { name: practice.counsellor, email: to },
    now,
  });
  const about = { to, number: call.id, version: call.version, starts, ends, timeZone, dashboardUrl };
  await counsellorEmails[change].enqueue(uow, { ...about, attachments: [invitation] });
};
