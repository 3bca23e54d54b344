import type { Core } from '@strapi/strapi';
import type { MessageOutcome, messageStepRequest } from 'shared';
import type { z } from 'zod';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { counsellorEmails } from '#src/api/enquiry/emails/counsellor-emails';
import { aboutEnquiry, type EnquiryRow, enquiryRows, insertStep, lockEnquiry } from '#src/api/enquiry/enquiry-rows';
import { removeEnquiryForGood } from '#src/api/enquiry/removal';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { macOfContent } from '#src/security/sent-content';

/** A message as it was on the counsellor's screen. What is done about any other version of it is refused. */
export interface ReadMessage {
  number: number;
  version: number;
}

const done: MessageOutcome = { status: 'done' };

/** Runs `work` on a message in the version that was read; otherwise says what became of it. */
export const withRead = (
  strapi: Core.Strapi,
  { number, version }: ReadMessage,
  work: (uow: UnitOfWork, row: EnquiryRow) => Promise<MessageOutcome>,
): Promise<MessageOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockEnquiry(uow, number);
    if (row === null) return { status: 'gone' };
    return row.version === version ? work(uow, row) : { status: 'changed' };
  });

/** Marks a message as answered in the caller's transaction; the counsellor need not be told of it any more. */
export const markAsAnswered = async (uow: UnitOfWork, row: EnquiryRow, now: Date): Promise<void> => {
  await enquiryRows(uow)
    .where({ id: row.id })
    .update({ state: 'answered', answered_at: now, opened_at: row.opened_at ?? now, updated_at: now });
  for (const { kind } of [counsellorEmails.messageWaiting, counsellorEmails.messageToday])
    await cancelEmails(uow, { about: aboutEnquiry(row), kind });
};

/** Marks a message as answered, for example by phone, or as open again. Doing it twice changes nothing. */
export const setAnswered = (
  strapi: Core.Strapi,
  read: ReadMessage,
  answered: boolean,
  now: Date,
): Promise<MessageOutcome> =>
  withRead(strapi, read, async (uow, row) => {
    if ((row.state === 'answered') === answered) return done;
    await insertStep(uow, row, { kind: answered ? 'answered' : 'reopened' }, now);
    if (answered) await markAsAnswered(uow, row, now);
    else await enquiryRows(uow).where({ id: row.id }).update({ state: 'open', answered_at: null, updated_at: now });
    return done;
  });

/** Moves a message to the spam, or out of it. */
export const setSpam = (strapi: Core.Strapi, read: ReadMessage, isSpam: boolean, now: Date): Promise<MessageOutcome> =>
  withRead(strapi, read, async (uow, row) => {
    await enquiryRows(uow).where({ id: row.id }).update({ is_spam: isSpam, updated_at: now });
    if (isSpam) await cancelEmails(uow, { about: aboutEnquiry(row) });
    return done;
  });

export const deleteMessage = (strapi: Core.Strapi, read: ReadMessage, now: Date): Promise<MessageOutcome> =>
  withRead(strapi, read, async (uow, row) => {
    await removeEnquiryForGood(uow, row, now);
    return done;
  });

/** Adds a step to the log of a message; the same form sent twice adds it once. */
export const addStep = (
  strapi: Core.Strapi,
  number: number,
  step: z.output<typeof messageStepRequest>,
  now: Date,
): Promise<MessageOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockEnquiry(uow, number);
    if (row === null) return { status: 'gone' };
    const { kind, nonce } = step;
    const text = step.kind === 'note' ? step.text : null;
    const content_mac = macOfContent(uow.services.linkKeys, `step:${number}`, { kind, text });
    await insertStep(uow, row, { kind, text, nonce, content_mac }, now);
    if (kind === 'acknowledged')
      await enquiryRows(uow).where({ id: number }).whereNull('acknowledged_at').update({ acknowledged_at: now });
    return done;
  });
