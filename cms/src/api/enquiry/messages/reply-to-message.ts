import type { Core } from '@strapi/strapi';
import type { MessageOutcome, MessagePreview } from 'shared';
import { emailHtml, type EmailMessage, emailText } from '#src/api/email/email-message';
import { senderEmails } from '#src/api/enquiry/emails/sender-emails';
import { type EnquiryRow, enquiryRows, insertStep, stepRows } from '#src/api/enquiry/enquiry-rows';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { macOfContent } from '#src/security/sent-content';
import { dayAt } from '#src/time/days';
import { markAsAnswered, type ReadMessage, withRead } from './message-actions';

/** A reply as it was typed; `nonce` makes a second attempt the same as the first. */
interface Reply {
  text: string;
  nonce: string;
}

/** Returns what was written last: the text itself, or what was added to it since. */
const lastText = async (uow: UnitOfWork, row: EnquiryRow): Promise<{ text: string | null; at: Date | number }> => {
  const addition = await stepRows(uow)
    .where({ enquiry_id: row.id, kind: 'addition' })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return addition ? { text: addition.text, at: addition.at } : { text: row.text, at: row.sent_at };
};

/** Returns the data of the email that answers a message. */
const replyData = async (uow: UnitOfWork, row: EnquiryRow, { text, nonce }: Reply) => {
  const practice = await practiceOfContact(uow.strapi);
  const quoted = await lastText(uow, row);
  const sentOn = dayAt(instantOf(quoted.at), practice.timeZone);
  return { to: row.email ?? '', number: row.id, practice, text, quoted: quoted.text, sentOn, nonce };
};

/** Returns an email as its recipient gets it. */
export const previewOf = (email: EmailMessage, to: string | null): MessagePreview => ({
  to,
  subject: email.subject,
  text: emailText(email),
  html: emailHtml(email),
});

/**
 * Returns the reply as its recipient would get it.
 *
 * @throws NotFoundError if the message is gone, or is answered by phone
 */
export const previewReply = (strapi: Core.Strapi, number: number, text: string): Promise<MessagePreview> =>
  inReadTransaction(strapi, async (uow) => {
    const row = found((await enquiryRows(uow).where({ id: number }).whereNotNull('email').first()) ?? null);
    const data = await replyData(uow, row, { text, nonce: '' });
    return previewOf(senderEmails.reply.preview(data), row.email);
  });

/** Queues the email that answers a message, and marks it as answered. The same reply sent twice is one. */
export const replyToMessage = (
  strapi: Core.Strapi,
  read: ReadMessage,
  reply: Reply,
  now: Date,
): Promise<MessageOutcome> =>
  withRead(strapi, read, async (uow, row) => {
    const { text, nonce } = reply;
    const content_mac = macOfContent(uow.services.linkKeys, `reply:${row.id}`, { text });
    const before = await stepRows(uow).where({ enquiry_id: row.id, kind: 'reply', nonce }).first();
    if (before)
      return before.content_mac === content_mac
        ? { status: 'done' }
        : {
            status: 'refused',
            reason: 'Your first reply was sent. To send this one as well, press the button again.',
          };
    if (row.email === null)
      return { status: 'refused', reason: 'This person gave no email address. Please call them instead.' };
    await insertStep(uow, row, { kind: 'reply', text, nonce, content_mac }, now);
    // A reply also acknowledges a complaint.
    await enquiryRows(uow).where({ id: row.id }).whereNull('acknowledged_at').update({ acknowledged_at: now });
    await markAsAnswered(uow, row, now);
    await senderEmails.reply.enqueue(uow, await replyData(uow, row, reply));
    return { status: 'done' };
  });
