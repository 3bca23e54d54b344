import { mailboxKey, type StoredCall } from 'shared';
import { deleteEmails, findEmails } from '#src/api/email/personal-data';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';
import type { PersonalData } from '#src/personal-data';
import { aboutCall, type CallRow, callRows, lockCall } from './call-rows';
import { bumpCallsTag, inDiaryTransaction } from './diary';
import { removeCall } from './removal';

const callsOf = async (uow: UnitOfWork, address: string): Promise<CallRow[]> =>
  await callRows(uow)
    .where({ email_key: mailboxKey(address) })
    .orderBy(['sent_at', 'id'])
    .select('*');

const toStoredCall = async (uow: UnitOfWork, row: CallRow): Promise<StoredCall> => ({
  number: row.id,
  state: row.state,
  channel: row.channel,
  starts: instantOf(row.starts),
  ends: instantOf(row.ends),
  timeZone: row.time_zone,
  name: row.name,
  email: row.email ?? '',
  phone: row.phone,
  mayLeaveVoicemail: Boolean(row.may_leave_voicemail),
  voicemailName: row.voicemail_name,
  bookedAt: instantOf(row.sent_at),
  cancelledAt: instantOrNull(row.cancelled_at),
  emails: await findEmails(uow, { about: [aboutCall(row)] }),
});

/**
 * Introductory calls with their emails. Those that the counsellor added without an address are not found by one. Blocks
 * and calendars are the counsellor's own.
 */
export const callsPersonalData: PersonalData = {
  tables: ['calls', 'call_blocks', 'call_calendars'],
  addresses: async (uow) => (await callRows(uow).whereNotNull('email').select('email')).map(({ email }) => email ?? ''),
  find: async (uow, address) => {
    const calls: StoredCall[] = [];
    for (const row of await callsOf(uow, address)) calls.push(await toStoredCall(uow, row));
    return { calls };
  },
  erase: (strapi, address) =>
    inDiaryTransaction(strapi, async (uow) => {
      const rows = await callsOf(uow, address);
      for (const { id } of rows) await lockCall(uow, id);
      const emails = await deleteEmails(uow, { about: rows.map(aboutCall) });
      for (const row of rows) await removeCall(uow, row);
      if (rows.length > 0) await bumpCallsTag(uow);
      return { calls: rows.length, emails, addresses: rows.map(({ email }) => email ?? '') };
    }),
};
