import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { lockComment } from '#src/api/comment/comment-rows';
import { postsOfComments } from '#src/api/comment/moderation/commented-posts';
import { removeComment } from '#src/api/comment/moderation/remove-comment';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { emailRows } from '#src/api/email/outbox/email-rows';
import { certificateNumber } from '#src/api/workshop/certificates/certificate-number';
import { aboutRegistration } from '#src/api/workshop/emails/participant-emails';
import {
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { offerFreeSeats, releaseSeat } from '#src/api/workshop/seats/offers';
import { inSeatTransaction, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { Erased } from './admin-contract';
import { commentsFrom, mailboxesOf, registrationsOf } from './personal-data';
import { forgetPages } from './purge-pages';
import { removeMailFiles } from './remove-mail-files';
import { tidyDatabase } from './vacuum-database';

interface Gone {
  comments: number;
  registrations: number;
  emails: number[];
  addresses: string[];
  posts: string[];
}

const eraseMailbox = async (uow: UnitOfWork, { id: mailbox, address }: MailboxRow, gone: Gone): Promise<void> => {
  const comments = await commentsFrom(uow, mailbox);
  // Hers about these comments, too: where she chose so they hold name and words.
  const about = comments.map(({ id }) => `comment:${id}`);
  const emails = await emailRows(uow).where({ mailbox }).orWhereIn('about', about).select<{ id: number }[]>('id');
  gone.emails.push(...emails.map(({ id }) => id));
  await emailRows(uow).where({ mailbox }).orWhereIn('about', about).delete();
  for (const { id } of comments) {
    const row = await lockComment(uow, id);
    if (row === null) continue;
    await removeComment(uow, row, 'writer');
    gone.comments += 1;
    gone.posts.push(row.post_id);
  }
  await mailboxRows(uow).where({ id: mailbox }).delete();
  gone.addresses.push(address);
};

/** With its emails and its certificate; the place, if they had one, is offered to who waits. */
const eraseRegistration = (
  strapi: Core.Strapi,
  { id, workshop_id }: RegistrationRow,
  gone: Gone,
  now: Date,
): Promise<void> =>
  inSeatTransaction(strapi, async (uow) => {
    await withLockedSeats(uow, workshop_id, async (places) => {
      const row = await registrationOf(uow, id);
      if (row === null) return;
      const about = { about: aboutRegistration(row) };
      gone.emails.push(...(await emailRows(uow).where(about).select<{ id: number }[]>('id')).map((email) => email.id));
      await emailRows(uow).where(about).delete();
      await strapi.db
        .getConnection('certificates')
        .transacting(uow.trx)
        .where({ number: certificateNumber(servicesOf(strapi).linkKeys, id) })
        .delete();
      await registrationRows(uow).where({ id }).delete();
      await releaseSeat(uow, row);
      const context = await loadWorkshopContext(strapi, workshop_id, places);
      if (context) await offerFreeSeats(uow, context, now);
      gone.registrations += 1;
      gone.addresses.push(row.email);
    });
  });

const eraseRegistrations = async (strapi: Core.Strapi, address: string, gone: Gone, now: Date): Promise<void> => {
  const rows = await inReadTransaction(strapi, async (uow) => registrationsOf(uow, address));
  for (const row of rows) await eraseRegistration(strapi, row, gone, now);
};

/**
 * Deletes all that is held about whoever uses an address: comments and notes (an empty place stays where replies hang on one),
 * registrations and certificates, the address, emails. Then nothing of it is left in the live database's files, nor in pages that the site has kept. What she
 * holds goes, too: whoever calls this has decided so.
 */
export const erase = async (strapi: Core.Strapi, address: string, now: Date): Promise<Erased> => {
  const gone: Gone = { comments: 0, registrations: 0, emails: [], addresses: [], posts: [] };
  const slugs = await inTransaction(strapi, async (uow) => {
    for (const mailbox of await mailboxesOf(uow, address)) await eraseMailbox(uow, mailbox, gone);
    const post = await postsOfComments(strapi, gone.posts);
    return [...new Set(gone.posts.map((id) => post(id).slug))].filter((slug) => slug !== null);
  });
  await eraseRegistrations(strapi, address, gone, now);
  await tidyDatabase(strapi);
  const pages = slugs.length === 0 ? 'none' : (await forgetPages(strapi, slugs)) ? 'dropped' : 'not reached';
  // Last: an email that was just being written is there by now.
  await removeMailFiles(path.join(settingsOf(strapi).dataDir, 'mail'), gone.emails, gone.addresses);
  const { comments, registrations, emails } = gone;
  return {
    comments,
    registrations,
    emails: emails.length,
    addresses: new Set(gone.addresses.map((one) => one.toLowerCase())).size,
    pages,
  };
};
