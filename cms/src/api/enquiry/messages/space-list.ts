import type { Core } from '@strapi/strapi';
import type { MessagePreview, SpaceList, SpaceSendResponse } from 'shared';
import { senderEmails } from '#src/api/enquiry/emails/sender-emails';
import { type EnquiryRow, enquiryRows, insertStep, stepRows } from '#src/api/enquiry/enquiry-rows';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { macOfContent } from '#src/security/sent-content';
import { settingsOf } from '#src/settings';
import { markAsAnswered } from './message-actions';
import { previewOf } from './reply-to-message';

const onList = { kind: 'space', state: 'open', is_spam: false } as const;

const contactLinkOf = (strapi: Core.Strapi): string => new URL('/contact', settingsOf(strapi).siteUrl).href;

/** Returns the email about space as everybody on the list would get it. */
export const previewSpace = (strapi: Core.Strapi, text: string): Promise<MessagePreview> =>
  inReadTransaction(strapi, async () => {
    const practice = await practiceOfContact(strapi);
    const data = { to: '', number: 0, practice, text, contactLink: contactLinkOf(strapi) };
    return previewOf(senderEmails.spaceAvailable.preview(data), null);
  });

const countLeft = async (uow: UnitOfWork): Promise<number> =>
  (await enquiryRows(uow).where(onList).distinct('email_key')).length;

/** Returns how many people are on the list, and the name that the email to them ends with. */
export const describeSpaceList = (strapi: Core.Strapi): Promise<SpaceList> =>
  inReadTransaction(strapi, async (uow) => {
    const { counsellor } = await practiceOfContact(strapi);
    return { people: await countLeft(uow), counsellor };
  });

/** Returns the first people on the list, each with all entries of theirs: whoever asked twice is told once. */
const firstOnList = async (uow: UnitOfWork, first: number | null): Promise<EnquiryRow[][]> => {
  const rows: EnquiryRow[] = await enquiryRows(uow).where(onList).orderBy(['sent_at', 'id']).forUpdate().select('*');
  const people = [...Map.groupBy(rows, ({ email_key }) => email_key).values()];
  return first === null ? people : people.slice(0, first);
};

/**
 * Queues one email to each of those who asked first, and takes them off the list. The same form sent twice tells nobody
 * else.
 *
 * @param first to how many; null for all
 */
export const tellOfSpace = (
  strapi: Core.Strapi,
  { text, first, nonce }: { text: string; first: number | null; nonce: string },
  now: Date,
): Promise<SpaceSendResponse> =>
  inTransaction(strapi, async (uow) => {
    const content_mac = macOfContent(uow.services.linkKeys, 'space', { text, first });
    const before = await stepRows(uow).where({ kind: 'reply', nonce, content_mac }).select('id');
    if (before.length > 0) return { sent: before.length, left: await countLeft(uow) };
    const practice = await practiceOfContact(strapi);
    const contactLink = contactLinkOf(strapi);
    const people = await firstOnList(uow, first);
    for (const entries of people) {
      const [entry] = entries;
      if (entry === undefined || entry.email === null) continue;
      // The text is not kept beside each of them.
      await insertStep(uow, entry, { kind: 'reply', nonce, content_mac }, now);
      const data = { to: entry.email, number: entry.id, practice, text, contactLink };
      await senderEmails.spaceAvailable.enqueue(uow, data);
      for (const row of entries) await markAsAnswered(uow, row, now);
    }
    return { sent: people.length, left: await countLeft(uow) };
  });
