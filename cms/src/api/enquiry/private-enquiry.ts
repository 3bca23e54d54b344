import type { Core } from '@strapi/strapi';
import { type EnquiryAddition, maxUnreadAdditions, type PrivateEnquiry } from 'shared';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import { publishedSlug } from '#src/api/workshop/feature';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { refuseWhen } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf, instantOrNull } from '#src/http/serialise';
import { macOfContent } from '#src/security/sent-content';
import { dayAt } from '#src/time/days';
import { promisedDay } from './contact-page';
import { isPromised } from './domain/duties';
import { dueAt } from './domain/retention';
import { notifyCounsellor } from './emails/notify-counsellor';
import {
  type EnquiryRow,
  enquiryRows,
  factsOf,
  insertStep,
  lockEnquiry,
  type StepRow,
  stepRows,
  stepsOf,
} from './enquiry-rows';
import { enquiryTokenOf, lockByToken } from './links';
import { removeEnquiryForGood } from './removal';
import { screeningColumns } from './submission';

/*
 * What the sender of a message can do with it through its private link, without an account. Every function throws a
 * NotFoundError for a wrong link, and for a message that is gone.
 */

const isUnread = ({ kind, opened_at }: StepRow): boolean => kind === 'addition' && opened_at === null;

const mayAdd = ({ kind }: EnquiryRow, steps: readonly StepRow[]): boolean =>
  kind !== 'space' && steps.filter(isUnread).length < maxUnreadAdditions;

/** Returns a message as its sender sees it. Suspected spam looks like any other: nobody is called a spammer. */
const privateView = async (uow: UnitOfWork, row: EnquiryRow): Promise<PrivateEnquiry> => {
  const { settings, timeZone } = await practiceOfContact(uow.strapi);
  const steps = await stepsOf(uow, row);
  const due = dueAt({ ...factsOf(row), isSpam: false }, settings);
  return {
    number: row.id,
    token: enquiryTokenOf(uow.services.linkKeys, row),
    kind: row.kind,
    state: row.state,
    name: row.name,
    channel: row.channel,
    email: row.email,
    phone: row.phone,
    mayLeaveMessage: Boolean(row.may_leave_message),
    goodTimes: row.good_times,
    workshop:
      row.workshop_title === null
        ? null
        : { title: row.workshop_title, slug: await publishedSlug(uow.strapi, row.workshop_id) },
    text: row.text,
    additions: steps
      .filter(({ kind }) => kind === 'addition')
      .map(({ at, text }) => ({ at: instantOf(at), text: text ?? '' })),
    sentAt: instantOf(row.sent_at),
    answeredAt: row.state === 'answered' ? instantOrNull(row.answered_at) : null,
    replyBy: row.state === 'answered' ? null : row.reply_by,
    mayAdd: mayAdd(row, steps),
    deletedOn: due && dayAt(due.toISOString(), timeZone),
  };
};

export const viewPrivateEnquiry = (strapi: Core.Strapi, token: string): Promise<PrivateEnquiry> =>
  inReadTransaction(strapi, async (uow) => privateView(uow, await lockByToken(uow, token)));

/** Returns the columns that an addition changes. A care flag is only ever added; what was answered is open again. */
const afterAddition = async (uow: UnitOfWork, row: EnquiryRow, text: string, now: Date) => {
  const screened = await screeningColumns(uow, { name: row.name, text, honeypot: false });
  const isWorse = screened.care_kind !== null && (row.care_kind === null || screened.care_urgent);
  const { care_kind, care_urgent, care_reasons } = screened;
  const practice = await practiceOfContact(uow.strapi);
  return {
    version: row.version + 1,
    waiting_since: now,
    // It is new to her again.
    opened_at: null,
    updated_at: now,
    ...(isWorse && { care_kind, care_urgent, care_reasons }),
    ...(row.state === 'answered' && {
      state: 'open' as const,
      answered_at: null,
      reminded_at: null,
      reply_by: isPromised(row.kind) ? promisedDay(practice, now) : null,
    }),
  };
};

/**
 * Adds a text to a message, and notifies the counsellor. The same form sent twice adds it once.
 *
 * @throws ConflictError for `space`, and while too many additions are unread
 */
export const addToEnquiry = (
  strapi: Core.Strapi,
  { token, text, nonce }: EnquiryAddition,
  now: Date,
): Promise<PrivateEnquiry> =>
  inTransaction(strapi, async (uow) => {
    // Locked, so that the same form sent twice at once comes one after the other.
    const row = await lockByToken(uow, token);
    const content_mac = macOfContent(uow.services.linkKeys, `message:${row.id}`, { text });
    if (await stepRows(uow).where({ nonce, content_mac }).first('id')) return privateView(uow, row);
    refuseWhen(
      !mayAdd(row, await stepsOf(uow, row)),
      row.kind === 'space'
        ? 'There is nothing to add to this. You can write a message instead.'
        : 'What you added has not been read yet. Please wait until it has been.',
    );
    await insertStep(uow, row, { kind: 'addition', text, nonce, content_mac }, now);
    await enquiryRows(uow)
      .where({ id: row.id })
      .update(await afterAddition(uow, row, text, now));
    const changed = found(await lockEnquiry(uow, row.id));
    await notifyCounsellor(uow, changed, now);
    return privateView(uow, changed);
  });

/** Deletes a message with everything that belongs to it. */
export const withdrawEnquiry = (strapi: Core.Strapi, token: string, now: Date): Promise<void> =>
  inTransaction(strapi, async (uow) => removeEnquiryForGood(uow, await lockByToken(uow, token), now));
