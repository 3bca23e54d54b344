import type { ListedCall } from 'shared';
import { type CallRow, dueOf } from '#src/api/call/call-rows';
import { instantOf } from '#src/http/serialise';
import { dayAt } from '#src/time/days';

/** What is needed to show a call besides its row. */
export interface ListedWith {
  keepDays: number;
  /** The practice's zone. */
  timeZone: string;
  now: Date;
}

/** Returns a call as the counsellor sees it. */
export const toListedCall = (row: CallRow, { keepDays, timeZone, now }: ListedWith): ListedCall => ({
  number: row.id,
  version: row.version,
  state: row.state,
  channel: row.channel,
  starts: instantOf(row.starts),
  ends: instantOf(row.ends),
  timeZone: row.time_zone,
  name: row.name,
  email: row.email,
  phone: row.phone,
  mayLeaveVoicemail: Boolean(row.may_leave_voicemail),
  voicemailName: row.voicemail_name,
  addedManually: Boolean(row.added_manually),
  bookedAt: instantOf(row.sent_at),
  cancelledBy: row.cancelled_by,
  isOver: new Date(row.ends) <= now,
  deletedOn: dayAt(dueOf(row, keepDays).toISOString(), timeZone),
});
