import { mailboxKey, type StoredEmail, type StoredMailbox } from 'shared';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';
import type { PersonalData } from '#src/personal-data';
import { type MailboxRow, mailboxRows } from './mailboxes/mailbox-rows';
import { type EmailRow, emailRows } from './outbox/outbox';

/** Emails to a mailbox, or about things such as `comment:12`. */
type Emails = { mailbox: number } | { about: readonly string[] };

const selectEmails = (uow: UnitOfWork, which: Emails) =>
  'about' in which ? emailRows(uow).whereIn('about', [...which.about]) : emailRows(uow).where(which);

/** Returns emails as the privacy page shows them. */
export const findEmails = async (uow: UnitOfWork, which: Emails): Promise<StoredEmail[]> => {
  const rows: EmailRow[] = await selectEmails(uow, which).orderBy('id').select('*');
  return rows.map(({ kind, state, queued_at, subject, text }) => ({
    kind,
    state,
    queuedAt: instantOf(queued_at),
    subject,
    text,
  }));
};

/** Deletes emails, delivered or not, and returns their ids. */
export const deleteEmails = async (uow: UnitOfWork, which: Emails): Promise<number[]> => {
  const rows: { id: number }[] = await selectEmails(uow, which).select('id');
  await selectEmails(uow, which).delete();
  return rows.map(({ id }) => id);
};

/** Returns the mailbox of an address, in any spelling, if there is one. */
export const mailboxesOf = async (uow: UnitOfWork, address: string): Promise<MailboxRow[]> =>
  await mailboxRows(uow)
    .where({ address_key: mailboxKey(address) })
    .select('*');

const toStoredMailbox = async (uow: UnitOfWork, row: MailboxRow): Promise<StoredMailbox> => ({
  address: row.address,
  confirmedAt: instantOrNull(row.confirmed),
  unsubscribedAt: instantOrNull(row.unsubscribed),
  lastUsedAt: instantOf(row.last_used),
  emails: await findEmails(uow, { mailbox: row.id }),
});

/** Mailboxes with the emails to them. */
export const emailPersonalData: PersonalData = {
  tables: ['mailboxes', 'emails'],
  addresses: async (uow) => (await mailboxRows(uow).select('address')).map(({ address }) => address),
  find: async (uow, address) => {
    const mailboxes: StoredMailbox[] = [];
    for (const row of await mailboxesOf(uow, address)) mailboxes.push(await toStoredMailbox(uow, row));
    return { mailboxes };
  },
  erase: (strapi, address) =>
    inTransaction(strapi, async (uow) => {
      const mailboxes = await mailboxesOf(uow, address);
      const emails: number[] = [];
      for (const { id } of mailboxes) {
        emails.push(...(await deleteEmails(uow, { mailbox: id })));
        await mailboxRows(uow).where({ id }).delete();
      }
      return { emails, addresses: mailboxes.map((mailbox) => mailbox.address) };
    }),
};
