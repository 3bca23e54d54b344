import { type CallChannel, type CallRules, mailboxKey } from 'shared';
import { freeSlots } from '#src/api/call/call-page';
import { blockRows, diaryId, diaryRows, insertCall } from '#src/api/call/call-rows';
import { takeCells } from '#src/api/call/cells';
import { busyOf } from '#src/api/call/domain/slots';
import { usualCallRules } from '#src/api/call/domain/usual-rules';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { newRowSecret } from '#src/security/row-identity';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const weekMs = 7 * 24 * hourMs;

const demoRules: CallRules = {
  ...usualCallRules,
  isOpen: true,
  hours: [
    { weekday: 2, from: '10:00', to: '13:00' },
    { weekday: 3, from: '17:00', to: '19:00' },
    { weekday: 4, from: '10:00', to: '12:30' },
  ],
  joining: 'Please open this address a minute before: https://meet.example.org/quiet-room\nYou don’t need an account.',
};

interface DemoCall {
  name: string;
  email: string;
  channel: CallChannel;
  phone: string | null;
  starts: number;
  bookedAt: Date;
}

const insert = async (uow: UnitOfWork, call: DemoCall, timeZone: string): Promise<void> => {
  const { starts, email, bookedAt, ...rest } = call;
  const busy = busyOf(demoRules, starts);
  const inserted = await insertCall(uow, {
    ...rest,
    email,
    email_key: mailboxKey(email),
    starts: new Date(starts),
    ends: new Date(starts + demoRules.minutes * minuteMs),
    busy_from: new Date(busy.from),
    busy_until: new Date(busy.until),
    time_zone: timeZone,
    practice_zone: timeZone,
    may_leave_voicemail: call.phone !== null,
    voicemail_name: null,
    added_manually: false,
    nonce: newRowSecret(),
    content_mac: newRowSecret(),
    sent_at: bookedAt,
  });
  if (inserted) await takeCells(uow, inserted, busy);
};

/**
 * Opens the diary, and inserts demo calls and time off, in the transaction of the other demo content. No email is sent.
 */
export const seedDemoCalls = async (uow: UnitOfWork, now: Date): Promise<void> => {
  await diaryRows(uow)
    .where({ id: diaryId })
    .update({ rules: JSON.stringify(demoRules) });
  const { timeZone } = await practiceOfCalls(uow.strapi);
  const { slots } = await freeSlots(uow, now);
  const [soon = now.getTime() + 2 * 24 * hourMs, , , , , , later = soon + weekMs] = slots;
  const bookedAt = new Date(now.getTime() - 26 * hourMs);
  const calls: readonly DemoCall[] = [
    { name: 'Hannah', email: 'hannah.pell@example.org', channel: 'online', phone: null, starts: soon, bookedAt },
    {
      name: 'Idris',
      email: 'idris.okoro@example.org',
      channel: 'phone',
      phone: '0113 496 0163',
      starts: later,
      bookedAt,
    },
    {
      name: 'Maeve',
      email: 'maeve.lund@example.org',
      channel: 'online',
      phone: null,
      starts: soon - weekMs,
      bookedAt: new Date(soon - weekMs - 50 * hourMs),
    },
  ];
  for (const call of calls) await insert(uow, call, timeZone);
  const daysOff = slots.find((start) => start > later + weekMs) ?? later + weekMs;
  await blockRows(uow).insert({
    kind: 'time-off',
    starts: new Date(daysOff - hourMs),
    ends: new Date(daysOff + 6 * hourMs),
    note: 'Training day',
    nonce: newRowSecret(),
    created_at: now,
    updated_at: now,
  });
};
