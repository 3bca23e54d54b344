import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { type CallRow, callRows, dueOf, lockCall } from './call-rows';
import { callContext, diaryRow, rulesOf } from './diary';
import { emailsToReader } from './emails/call-emails';
import { removeCall } from './removal';

const dayMs = 86_400_000;

/** Whether a reminder is due: the call was arranged as it is at least a day before it. Otherwise that email is one. */
const isReminderDue = ({ state, email, starts, reminded_at, updated_at }: CallRow, now: Date): boolean => {
  const start = new Date(starts).getTime();
  const isBefore = start > now.getTime() && start - now.getTime() <= dayMs;
  const isOld = start - new Date(updated_at).getTime() >= dayMs;
  return state === 'booked' && email !== null && reminded_at === null && isBefore && isOld;
};

const remind = (strapi: Core.Strapi, number: number, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const call = await lockCall(uow, number);
    if (call === null || !isReminderDue(call, now)) return false;
    await callRows(uow).where({ id: call.id }).update({ reminded_at: now });
    return emailsToReader(uow, call, await callContext(uow), now).reminder();
  });

/** Queues the reminders that are due, each once, whichever process runs the job. Returns how many. */
export const remindReaders = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const rows: CallRow[] = await callRows(strapi)
    .where({ state: 'booked' })
    .whereNull('reminded_at')
    .where('starts', '>', now)
    .where('starts', '<=', new Date(now.getTime() + dayMs))
    .orderBy('starts')
    .select('*');
  let queued = 0;
  for (const call of rows) if (isReminderDue(call, now) && (await remind(strapi, call.id, now))) queued += 1;
  return queued;
};

const deleteIfDue = (strapi: Core.Strapi, number: number, keepDays: number, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const call = await lockCall(uow, number);
    if (call === null || dueOf(call, keepDays) > now) return false;
    await removeCall(uow, call);
    return true;
  });

/** Deletes the calls that are older than the practice keeps them, each in a transaction of its own. */
export const deleteOldCalls = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const { keepDays } = rulesOf(await diaryRow(strapi));
  const before = new Date(now.getTime() - keepDays * dayMs);
  const rows: { id: number }[] = await callRows(strapi)
    .where('ends', '<=', before)
    .orWhere('cancelled_at', '<=', before)
    .orderBy('id')
    .select('id');
  const pace = createPace();
  let deleted = 0;
  for (const { id } of rows) {
    if (await deleteIfDue(strapi, id, keepDays, now)) deleted += 1;
    await pace();
  }
  return deleted;
};
