import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ErasedData } from 'shared';
import { lockComment } from '#src/api/comment/comment-rows';
import { postsOfComments } from '#src/api/comment/threads/posts';
import { removeComment } from '#src/api/comment/moderation/removal';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { emailRows } from '#src/api/email/outbox/outbox';
import { certificateNumber } from '#src/api/workshop/certificates/certificate-rows';
import {
  aboutRegistration,
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { offerFreeSeats, releaseSeat } from '#src/api/workshop/seats/offers';
import { inSeatTransaction, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { commentsFrom, mailboxesOf, registrationsOf } from './personal-data';
import { purgePages, removeMailFiles, vacuumDatabase } from './remaining-copies';

interface Deleted {
  comments: number;
  registrations: number;
  emails: number[];
  addresses: string[];
  posts: string[];
}

const eraseMailbox = async (uow: UnitOfWork, { id: mailbox, address }: MailboxRow, deleted: Deleted): Promise<void> => {
  const comments = await commentsFrom(uow, mailbox);
  // The counsellor's emails about these comments may contain the name and text, too.
  const about = comments.map(({ id }) => `comment:${id}`);
  const emails = await emailRows(uow).where({ mailbox }).orWhereIn('about', about).select<{ id: number }[]>('id');
  deleted.emails.push(...emails.map(({ id }) => id));
  await emailRows(uow).where({ mailbox }).orWhereIn('about', about).delete();
  for (const { id } of comments) {
    const row = await lockComment(uow, id);
    if (row === null) continue;
    await removeComment(uow, row, 'writer');
    deleted.comments += 1;
    deleted.posts.push(row.post_id);
  }
  await mailboxRows(uow).where({ id: mailbox }).delete();
  deleted.addresses.push(address);
};

/** Deletes a registration with its emails and certificate, and offers a seat that becomes free to the waitlist. */
const eraseRegistration = (
  strapi: Core.Strapi,
  { id, workshop_id }: RegistrationRow,
  deleted: Deleted,
  now: Date,
): Promise<void> =>
  inSeatTransaction(strapi, async (uow) => {
    await withLockedSeats(uow, workshop_id, async (seats) => {
      const row = await registrationOf(uow, id);
      if (row === null) return;
      const about = { about: aboutRegistration(row) };
      deleted.emails.push(
        ...(await emailRows(uow).where(about).select<{ id: number }[]>('id')).map((email) => email.id),
      );
      await emailRows(uow).where(about).delete();
      await strapi.db
        .getConnection('certificates')
        .transacting(uow.trx)
        .where({ number: certificateNumber(servicesOf(strapi).linkKeys, id) })
        .delete();
      await registrationRows(uow).where({ id }).delete();
      await releaseSeat(uow, row);
      const context = await loadWorkshopContext(strapi, workshop_id, seats);
      if (context) await offerFreeSeats(uow, context, now);
      deleted.registrations += 1;
      deleted.addresses.push(row.email);
    });
  });

const eraseRegistrations = async (strapi: Core.Strapi, address: string, deleted: Deleted, now: Date): Promise<void> => {
  const rows = await inReadTransaction(strapi, async (uow) => registrationsOf(uow, address));
  for (const row of rows) await eraseRegistration(strapi, row, deleted, now);
};

/**
 * Deletes all personal data of an address: comments and notes (an empty one stays where it has replies), registrations,
 * certificates, the mailbox and emails; then removes what is left of them in the database's files and the site's cached
 * pages. Comments on legal hold are deleted, too: the caller has decided so.
 */
export const erase = async (strapi: Core.Strapi, address: string, now: Date): Promise<ErasedData> => {
  const deleted: Deleted = { comments: 0, registrations: 0, emails: [], addresses: [], posts: [] };
  const slugs = await inTransaction(strapi, async (uow) => {
    for (const mailbox of await mailboxesOf(uow, address)) await eraseMailbox(uow, mailbox, deleted);
    const post = await postsOfComments(strapi, deleted.posts);
    return [...new Set(deleted.posts.map((id) => post(id).slug))].filter((slug) => slug !== null);
  });
  await eraseRegistrations(strapi, address, deleted, now);
  await vacuumDatabase(strapi);
  const pages = slugs.length === 0 ? 'none' : (await purgePages(strapi, slugs)) ? 'purged' : 'unreachable';
  // Last: an email that was just being written is there by now.
  await removeMailFiles(path.join(settingsOf(strapi).dataDir, 'mail'), deleted.emails, deleted.addresses);
  const { comments, registrations, emails } = deleted;
  return {
    comments,
    registrations,
    emails: emails.length,
    addresses: new Set(deleted.addresses.map((one) => one.toLowerCase())).size,
    pages,
  };
};
