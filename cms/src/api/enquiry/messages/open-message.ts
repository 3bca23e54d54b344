import type { Core } from '@strapi/strapi';
import type { OpenedMessage } from 'shared';
import { dueAt, keepDaysOf } from '#src/api/enquiry/domain/retention';
import { type EnquiryRow, enquiryRows, factsOf, lockEnquiry, stepRows, stepsOf } from '#src/api/enquiry/enquiry-rows';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import { loadResponseKit } from '#src/api/practice/response-kit';
import { publishedSlug } from '#src/api/workshop/feature';
import { jsonOf } from '#src/database/stored-values';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { featuresOf } from '#src/feature';
import { instantOf, instantOrNull } from '#src/http/serialise';
import { dayAt } from '#src/time/days';
import { toListedMessage } from './list-messages';

/** Returns how much else is stored about the address of a message, from all features that store something. */
const countOthers = async (uow: UnitOfWork, { email_key }: EnquiryRow): Promise<OpenedMessage['others']> => {
  const others = { messages: 0, comments: 0, registrations: 0 };
  if (email_key === null) return others;
  for (const { personalData } of featuresOf(uow.strapi)) {
    if (personalData === 'none') continue;
    const { comments = [], registrations = [], enquiries = [] } = await personalData.find(uow, email_key);
    others.comments += comments.length;
    others.registrations += registrations.length;
    others.messages += enquiries.length;
  }
  return { ...others, messages: Math.max(0, others.messages - 1) };
};

/** Records that the counsellor has read a message and what was added to it. */
const recordOpening = async (uow: UnitOfWork, row: EnquiryRow, now: Date): Promise<void> => {
  if (row.opened_at === null) await enquiryRows(uow).where({ id: row.id }).update({ opened_at: now });
  await stepRows(uow).where({ enquiry_id: row.id, kind: 'addition' }).whereNull('opened_at').update({ opened_at: now });
};

/**
 * Returns a message with everything that helps to answer, or null if there is none. Opening is recorded, because
 * retention deletes nothing that the counsellor has not opened.
 */
export const openMessage = (strapi: Core.Strapi, number: number, now: Date): Promise<OpenedMessage | null> =>
  inTransaction(strapi, async (uow) => {
    const locked = await lockEnquiry(uow, number);
    if (locked === null) return null;
    await recordOpening(uow, locked, now);
    const row = { ...locked, opened_at: locked.opened_at ?? now };
    const { settings, timeZone } = await practiceOfContact(strapi);
    const due = dueAt(factsOf(row), settings);
    const steps = await stepsOf(uow, row);
    return {
      ...toListedMessage(row, { day: dayAt(now.toISOString(), timeZone), timeZone }),
      text: row.text,
      email: row.email,
      phone: row.phone,
      mayLeaveMessage: Boolean(row.may_leave_message),
      goodTimes: row.good_times,
      workshopSlug: await publishedSlug(uow.strapi, row.workshop_id),
      answeredAt: row.state === 'answered' ? instantOrNull(row.answered_at) : null,
      careReasons: jsonOf(row.care_reasons) ?? [],
      spamReasons: jsonOf(row.spam_reasons) ?? [],
      steps: steps.map(({ kind, at, text }) => ({ kind, at: instantOf(at), text })),
      ...(await loadResponseKit(strapi, 'messages')),
      others: await countOthers(uow, row),
      deletedOn: due && dayAt(due.toISOString(), timeZone),
      keepDays: keepDaysOf(row.kind, settings),
    };
  });
