import type { Core } from '@strapi/strapi';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { emailRows } from '#src/api/email/outbox/outbox';
import { isWorkingDay } from '#src/api/practice/domain/working-days';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { dayAfter, dayAt, endOfDay } from '#src/time/days';
import { nearDays } from './domain/duties';
import { dueAt } from './domain/retention';
import { counsellorEmails } from './emails/counsellor-emails';
import { messagesAdminUrl } from './emails/notify-counsellor';
import { senderEmails } from './emails/sender-emails';
import { aboutEnquiry, dutyIsDue, type EnquiryRow, enquiryRows, factsOf, lockEnquiry } from './enquiry-rows';
import { removeEnquiry } from './removal';

const weekMs = 7 * 86_400_000;

const openMessages = (uow: UnitOfWork) => enquiryRows(uow).where({ state: 'open', is_spam: false });

/**
 * What looks like spam and was not opened is told of once, on the next working day: it may be from a person after all,
 * who was promised an answer like everybody else.
 */
const unreadSpam = (uow: UnitOfWork) =>
  enquiryRows(uow).where({ is_spam: true }).whereNull('opened_at').whereNull('reminded_at');

const isAnythingNew = (rows: readonly EnquiryRow[], now: Date): boolean =>
  rows.some(({ reminded_at }) => reminded_at === null || now.getTime() - new Date(reminded_at).getTime() >= weekMs);

/**
 * Reminds the counsellor, on a working day, of messages whose promised day has come, and of what the law wants dealt
 * with soon: at once of each, and then once a week.
 *
 * @returns whether an email was queued now
 */
export const remindCounsellor = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const { timeZone, times } = await practiceOfContact(strapi);
    const today = dayAt(now.toISOString(), timeZone);
    const to = await counsellorAddress(strapi);
    if (to === null || !isWorkingDay(times, today)) return false;
    const promised: EnquiryRow[] = await openMessages(uow).where('reply_by', '<=', today).forUpdate().select('*');
    const due: EnquiryRow[] = await openMessages(uow)
      .whereRaw(dutyIsDue, [dayAfter(today, nearDays)])
      .forUpdate()
      .select('*');
    const suspected: EnquiryRow[] = await unreadSpam(uow).forUpdate().select('*');
    const rows = [...promised, ...due, ...suspected];
    if (!isAnythingNew(rows, now)) return false;
    await enquiryRows(uow)
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .update({ reminded_at: now });
    return counsellorEmails.messagesDue.enqueue(uow, {
      to,
      dashboardUrl: messagesAdminUrl(strapi),
      waiting: promised.length,
      dutiesDue: due.length,
      suspected: suspected.length,
      day: today,
      expiresAt: new Date(endOfDay(today, timeZone)),
    });
  });

/** An entry of the list that was told about space stays until its email was sent, so that erasing finds that. */
const isBeingSent = async (uow: UnitOfWork, row: EnquiryRow): Promise<boolean> =>
  row.kind === 'space' &&
  row.state === 'answered' &&
  (await emailRows(uow)
    .where({ about: aboutEnquiry(row), kind: senderEmails.spaceAvailable.kind })
    .whereIn('state', ['queued', 'failed'])
    .first('id')) !== undefined;

const deleteIfDue = (strapi: Core.Strapi, id: number, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockEnquiry(uow, id);
    if (row === null) return false;
    const due = dueAt(factsOf(row), (await practiceOfContact(strapi)).settings);
    if (due === null || due > now || (await isBeingSent(uow, row))) return false;
    await removeEnquiry(uow, row);
    return true;
  });

/** Deletes the messages that are older than the practice keeps them, each in a transaction of its own. */
export const deleteOldEnquiries = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const candidates: { id: number }[] = await enquiryRows(strapi)
    .where({ state: 'answered' })
    .orWhere({ kind: 'space' })
    .orWhere({ is_spam: true })
    .orderBy('id')
    .select('id');
  const pace = createPace();
  let deleted = 0;
  for (const { id } of candidates) {
    if (await deleteIfDue(strapi, id, now)) deleted += 1;
    await pace();
  }
  return deleted;
};
