import type { Core } from '@strapi/strapi';
import { priceWords } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { postsOfComments } from '#src/api/comment/moderation/commented-posts';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { tidyAddress } from '#src/api/email/mailboxes/normalise-address';
import { letterRows } from '#src/api/email/outbox/email-rows';
import { aboutRegistration } from '#src/api/workshop/emails/participant-emails';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { anyWorkshop } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, type Transaction } from '#src/database/transaction';
import { instantOf } from '#src/http/nullable';
import type { HeldAbout } from './admin-contract';

/** Comments that came from a mailbox. */
export const commentsFrom = async (strapi: Core.Strapi, trx: Transaction, mailbox: number): Promise<CommentRow[]> =>
  (await commentRows(strapi, trx).where({ mailbox_id: mailbox }).orderBy('id').select('*')) as CommentRow[];

/**
 * The mailboxes that an address may mean: capitals before the @ are kept as they were typed, and a person who asks what is
 * held of them does not remember those.
 */
export const mailboxesOf = async (strapi: Core.Strapi, trx: Transaction, address: string): Promise<MailboxRow[]> =>
  (await mailboxRows(strapi, trx)
    .whereRaw('lower(address) = ?', [tidyAddress(address).toLowerCase()])
    .orderBy('id')
    .select('*')) as MailboxRow[];

interface LetterHeld {
  kind: string;
  state: string;
  owed_at: Date | number;
  subject: string | null;
  text: string | null;
}

const lettersOf = async (strapi: Core.Strapi, trx: Transaction, where: { mailbox: number } | { about: string }) =>
  (
    await letterRows(strapi, trx)
      .where(where)
      .orderBy('id')
      .select<LetterHeld[]>('kind', 'state', 'owed_at', 'subject', 'text')
  ).map(({ owed_at, ...letter }) => ({
    ...letter,
    owed: instantOf(owed_at),
  }));

const when = (stored: Date | number | null): string | null => (stored === null ? null : instantOf(stored));

const heldIn = async (
  strapi: Core.Strapi,
  trx: Transaction,
  mailbox: MailboxRow,
): Promise<HeldAbout['mailboxes'][number]> => {
  const comments = await commentsFrom(strapi, trx, mailbox.id);
  const post = await postsOfComments(
    strapi,
    comments.map(({ post_id }) => post_id),
  );
  return {
    address: mailbox.address,
    confirmed: when(mailbox.confirmed),
    unsubscribed: when(mailbox.unsubscribed),
    lastUsed: instantOf(mailbox.last_used),
    comments: comments.map((row) => ({
      number: row.id,
      post: post(row.post_id).title,
      audience: row.audience,
      state: row.state,
      name: row.name,
      words: row.words,
      sent: instantOf(row.sent),
      tellAppeared: Boolean(row.tell_appeared),
      tellReplies: Boolean(row.tell_replies),
    })),
    letters: await lettersOf(strapi, trx, { mailbox: mailbox.id }),
  };
};

/** Registrations with an address, whatever its capitals. */
export const registrationsOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  address: string,
): Promise<RegistrationRow[]> =>
  (await registrationRows(strapi, trx)
    .whereRaw('lower(email) = ?', [tidyAddress(address).toLowerCase()])
    .orderBy('id')
    .select('*')) as RegistrationRow[];

const registrationHeld = async (
  strapi: Core.Strapi,
  trx: Transaction,
  row: RegistrationRow,
): Promise<HeldAbout['registrations'][number]> => ({
  number: row.id,
  workshop: (await anyWorkshop(strapi, row.workshop_id))?.title ?? '',
  // That somebody else typed the address once more is no state of theirs.
  state: row.state === 'shadow' ? 'held' : row.state,
  name: row.name,
  certificateName: row.certificate_name,
  email: row.email,
  needs: row.needs,
  price: row.price_pence === null ? null : `${row.price_label ?? ''} ${priceWords(row.price_pence)}`.trim(),
  paid: when(row.paid_at),
  came: row.came === null ? null : Boolean(row.came),
  sent: instantOf(row.sent),
  letters: await lettersOf(strapi, trx, { about: aboutRegistration(row) }),
});

/** Everything that is held about whoever uses an address. Reports are anonymous: nobody can say whose they are. */
export const heldAbout = (strapi: Core.Strapi, address: string): Promise<HeldAbout> =>
  inReadTransaction(strapi, async ({ trx }) => {
    const mailboxes: HeldAbout['mailboxes'] = [];
    for (const mailbox of await mailboxesOf(strapi, trx, address)) mailboxes.push(await heldIn(strapi, trx, mailbox));
    const registrations: HeldAbout['registrations'] = [];
    for (const row of await registrationsOf(strapi, trx, address))
      registrations.push(await registrationHeld(strapi, trx, row));
    return { address, mailboxes, registrations };
  });
