import { mailboxKey, type StoredEnquiry } from 'shared';
import { deleteEmails, findEmails } from '#src/api/email/personal-data';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';
import type { PersonalData } from '#src/personal-data';
import { aboutEnquiry, type EnquiryRow, enquiryRows, lockEnquiry, removedEnquiry, stepsOf } from './enquiry-rows';
import { removeEnquiry } from './removal';

const enquiriesOf = async (uow: UnitOfWork, address: string): Promise<EnquiryRow[]> =>
  await enquiryRows(uow)
    .where({ email_key: mailboxKey(address) })
    .orderBy(['sent_at', 'id'])
    .select('*');

const toStoredEnquiry = async (uow: UnitOfWork, row: EnquiryRow): Promise<StoredEnquiry> => ({
  number: row.id,
  kind: row.kind,
  state: row.state,
  name: row.name,
  email: row.email ?? '',
  workshop: row.workshop_title,
  text: row.text,
  sentAt: instantOf(row.sent_at),
  answeredAt: instantOrNull(row.answered_at),
  steps: (await stepsOf(uow, row)).map(({ kind, at, text }) => ({ kind, at: instantOf(at), text })),
  emails: await findEmails(uow, { about: [aboutEnquiry(row)] }),
});

/**
 * Messages of the contact form with their steps and emails. Those of people who gave a phone number have no address.
 */
export const enquiriesPersonalData: PersonalData = {
  tables: ['enquiries', 'enquiry_steps'],
  addresses: async (uow) =>
    (await enquiryRows(uow).whereNotNull('email').select('email')).map(({ email }) => email ?? ''),
  removable: async (strapi) => {
    const rows = await enquiryRows(strapi).select<Pick<EnquiryRow, 'id' | 'sent_at'>[]>('id', 'sent_at');
    return rows.map((row) => ({
      subject: removedEnquiry(row),
      removeAgain: () =>
        inTransaction(strapi, async (uow) => {
          if (await lockEnquiry(uow, row.id)) await removeEnquiry(uow, row);
        }),
    }));
  },
  find: async (uow, address) => {
    const enquiries: StoredEnquiry[] = [];
    for (const row of await enquiriesOf(uow, address)) enquiries.push(await toStoredEnquiry(uow, row));
    return { enquiries };
  },
  erase: (strapi, address) =>
    inTransaction(strapi, async (uow) => {
      const rows = await enquiriesOf(uow, address);
      // Messages are locked before their emails, here as everywhere.
      for (const { id } of rows) await lockEnquiry(uow, id);
      const emails = await deleteEmails(uow, { about: rows.map(aboutEnquiry) });
      for (const row of rows) await removeEnquiry(uow, row);
      return { enquiries: rows.length, emails, addresses: rows.map(({ email }) => email ?? '') };
    }),
};
