import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type EnquiryRequest, mailboxKey, type SentEnquiry } from 'shared';
import { type ScreenedMessage, screenMessage } from '#src/api/comment/feature';
import { type PracticeOfContact, practiceOfContact } from '#src/api/practice/practice-of-contact';
import { upcomingWorkshops } from '#src/api/workshop/feature';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { macOfContent, sendingBefore, sendingWith } from '#src/security/sent-content';
import { settingsOf } from '#src/settings';
import { dayAt } from '#src/time/days';
import { promisedDay } from './contact-page';
import { dueDay, isPromised } from './domain/duties';
import { notifyCounsellor } from './emails/notify-counsellor';
import { senderEmails } from './emails/sender-emails';
import { type EnquiryRow, enquiryRows, insertEnquiry } from './enquiry-rows';
import { enquiryTokenOf, privateMessageUrl } from './links';

/**
 * Returns the workshop that a question is about; null where none was chosen.
 *
 * @throws ValidationError for one that is not there (any more)
 */
const chosenWorkshop = async (uow: UnitOfWork, slug: string | null, now: Date) => {
  if (slug === null) return null;
  const workshop = (await upcomingWorkshops(uow, now)).find((upcoming) => upcoming.slug === slug);
  if (workshop) return workshop;
  throw new errors.ValidationError('Something in this form is missing or not valid.', {
    issues: [{ path: ['workshop'], code: 'no-such-workshop' }],
  });
};

/** What the checks say of a message without a text. */
const unscreened: ScreenedMessage = { isSpam: false, spamReasons: [], care: null };

/** Screens what was written, and returns the result as columns. */
export const screeningColumns = async (
  uow: UnitOfWork,
  { name, text, honeypot }: { name: string | null; text: string | null; honeypot: boolean },
) => {
  const screened = text === null ? unscreened : await screenMessage(uow, { name: name ?? '', text, honeypot });
  const { isSpam, spamReasons, care } = screened;
  return {
    is_spam: isSpam,
    spam_reasons: JSON.stringify(spamReasons),
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_reasons: JSON.stringify(care?.reasons ?? null),
  };
};

const insert = async (
  uow: UnitOfWork,
  practice: PracticeOfContact,
  sent: EnquiryRequest & { contentMac: string },
  now: Date,
): Promise<EnquiryRow | undefined> => {
  const { kind, name, channel, email, phone, text } = sent;
  const workshop = await chosenWorkshop(uow, sent.workshop, now);
  const arrived = dayAt(now.toISOString(), practice.timeZone);
  return insertEnquiry(uow, {
    kind,
    name,
    channel,
    email,
    email_key: email === null ? null : mailboxKey(email),
    phone,
    may_leave_message: sent.mayLeaveMessage,
    good_times: sent.goodTimes,
    workshop_id: workshop?.documentId ?? null,
    workshop_title: workshop?.title ?? null,
    text,
    ...(await screeningColumns(uow, sent)),
    reply_by: isPromised(kind) ? promisedDay(practice, now) : null,
    due_on: dueDay(kind, arrived, practice.times.bankHolidays),
    nonce: sent.nonce,
    content_mac: sent.contentMac,
    sent_at: now,
  });
};

/**
 * Queues the email that says the message has arrived. Anybody can type anybody's address, so these emails are limited;
 * beyond the limit, the message is stored all the same.
 */
const confirmArrival = async (
  uow: UnitOfWork,
  practice: PracticeOfContact,
  row: EnquiryRow,
  network: string | null,
  now: Date,
): Promise<void> => {
  const { email: to, kind, id: number, reply_by: replyBy } = row;
  if (to === null || row.is_spam) return;
  if (uow.services.sendingLimits.consume({ address: to, network }, now.getTime()) !== null) return;
  const { siteUrl } = settingsOf(uow.strapi);
  await senderEmails.received.enqueue(uow, {
    to,
    number,
    practice,
    kind,
    replyBy,
    privateLink: kind === 'space' ? privateMessageUrl(uow.strapi, row) : null,
    helpLink: new URL('/help-now', siteUrl).href,
  });
};

interface Sent {
  row: EnquiryRow;
  before: EnquiryRow | null;
  /** Whether an email can go out to any address now. */
  canEmail: boolean;
}

/** Returns what the sender is told. A suspected message gets the same answer as any other. */
const toSentEnquiry = (uow: UnitOfWork, { row, before, canEmail }: Sent): SentEnquiry => {
  const keys = uow.services.linkKeys;
  return {
    number: row.id,
    kind: row.kind,
    channel: row.channel,
    token: enquiryTokenOf(keys, row),
    replyBy: row.reply_by,
    confirms: row.email !== null && canEmail,
    earlier: before && { at: new Date(before.sent_at).toISOString(), token: enquiryTokenOf(keys, before) },
  };
};

const hourMs = 3_600_000;

/**
 * Returns the same text from the same person, sent within the last hour with another form: whoever goes back in the
 * browser and presses the button again has a new form. A message without a text is no secret that proves it was theirs.
 */
const sentAgain = async (
  uow: UnitOfWork,
  { text }: EnquiryRequest,
  mac: string,
  now: Date,
): Promise<EnquiryRow | null> =>
  text === null
    ? null
    : ((await enquiryRows(uow)
        .where({ content_mac: mac })
        .where('sent_at', '>', new Date(now.getTime() - hourMs))
        .first()) ?? null);

const sendingsOf = async (uow: UnitOfWork, nonce: string): Promise<EnquiryRow[]> =>
  await enquiryRows(uow).where({ nonce }).select('*');

/**
 * Stores a message of the contact form together with the queued emails, all or nothing. A form that was changed and
 * sent again is another message.
 *
 * @returns `first`: this submission made it; otherwise an earlier one of the same form with the same content did
 * @throws ValidationError for a workshop that is not there (any more)
 */
export const submitEnquiry = (
  strapi: Core.Strapi,
  sent: EnquiryRequest,
  now: Date,
): Promise<{ first: boolean; enquiry: SentEnquiry }> =>
  inTransaction(strapi, async (uow) => {
    const { nonce, network } = sent;
    const canEmail = !uow.services.sendingLimits.isExhausted(network, now.getTime());
    const contentMac = macOfContent(uow.services.linkKeys, 'contact', { ...sent });
    const answer = async (row: EnquiryRow | null, first: boolean) => {
      const stored = found(row);
      const before = sendingBefore(await sendingsOf(uow, nonce), stored);
      return { first, enquiry: toSentEnquiry(uow, { row: stored, before, canEmail }) };
    };
    const repeated =
      sendingWith(await sendingsOf(uow, nonce), contentMac) ?? (await sentAgain(uow, sent, contentMac, now));
    if (repeated) return answer(repeated, false);
    const practice = await practiceOfContact(strapi);
    const inserted = await insert(uow, practice, { ...sent, contentMac }, now);
    if (!inserted) return answer(sendingWith(await sendingsOf(uow, nonce), contentMac), false);
    await confirmArrival(uow, practice, inserted, network, now);
    await notifyCounsellor(uow, inserted, now);
    return answer(inserted, true);
  });
