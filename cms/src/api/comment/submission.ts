import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { SentComment, submission } from 'shared';
import type { z } from 'zod';
import { askToConfirm } from '#src/api/email/mailboxes/confirm-address';
import { upsertMailbox } from '#src/api/email/mailboxes/mailbox-rows';
import { type StoredCommentSettings, wordListOf } from '#src/api/practice/domain/settings';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { macOfContent, sendingBefore, sendingWith } from '#src/security/sent-content';
import { servicesOf } from '#src/services';
import { careFlagOf, type CommentRow, commentRows, insertComment, lockComment, sentWithAddress } from './comment-rows';
import { fingerprint } from './domain/comparable-text';
import { screenComment } from './domain/screening';
import { notifyCounsellor } from './emails/notify-counsellor';
import { privateCodeOf, privateTokenOf } from './links';
import { canAutoApprove } from './moderation/auto-approve';
import { learnedAbout } from './spam-learning';
import { type CommentedPost, findCommentedPost } from './threads/posts';
import { findOnPage } from './threads/threads';

type Submission = z.output<typeof submission>;

const weekMs = 7 * 86_400_000;

/** What the screening rules look at. */
export interface ScreenedText {
  name: string;
  text: string;
  honeypot: boolean;
}

/** Counts the other comments of the last week that have the same text, or nearly. */
const countSameText = async (uow: UnitOfWork, print: string, now: Date, self: number | null): Promise<number> => {
  const same = commentRows(uow)
    .where({ fingerprint: print, from_counsellor: false })
    .where('sent_at', '>', new Date(now.getTime() - weekMs));
  const [counted]: { n: number | string }[] = await (self === null ? same : same.whereNot({ id: self })).count({
    n: '*',
  });
  return Number(counted?.n ?? 0);
};

/**
 * Screens a text and returns the result as columns of its row.
 *
 * @param self the comment whose text is changed; null for a new one
 */
export const screeningColumns = async (
  uow: UnitOfWork,
  screened: ScreenedText,
  settings: StoredCommentSettings | null,
  now: Date,
  self: CommentRow | null,
) => {
  const print = fingerprint(screened.text);
  const { state, care, spamReasons, personalDetails } = screenComment({
    ...screened,
    sameBefore: await countSameText(uow, print, now, self?.id ?? null),
    wordList: wordListOf(settings),
    learned: await learnedAbout(uow, screened),
    earlier: self && { text: self.text, care: careFlagOf(self) },
  });
  return {
    state,
    fingerprint: print,
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_reasons: JSON.stringify(care?.reasons ?? null),
    spam_reasons: JSON.stringify(spamReasons),
    personal_details: personalDetails,
  };
};

/**
 * Locks the comment that a reader answers, so that it can't go away meanwhile. Returns null for a comment that starts a
 * thread.
 *
 * @throws NotFoundError if readers can't see it under this post; ConflictError if it can't be answered
 */
const lockParent = async (uow: UnitOfWork, post: CommentedPost, number: number | null): Promise<CommentRow | null> => {
  if (number === null) return null;
  await lockComment(uow, number);
  const parent = (await findOnPage(uow, number))?.row;
  if (!parent || parent.post_id !== post.id)
    throw new errors.NotFoundError('The comment that you are replying to no longer exists.');
  if (!post.readersMayReply) throw new ConflictError('Only the counsellor can reply to comments here.');
  if (parent.state === 'removed') throw new ConflictError('The comment that you are replying to was removed.');
  return parent;
};

/** Inserts the row; undefined if another submission of the same form came first, which it waits for. */
const insertSubmission = async (
  uow: UnitOfWork,
  post: CommentedPost,
  sent: Submission & { contentMac: string },
  now: Date,
): Promise<CommentRow | undefined> => {
  const parent = await lockParent(uow, post, sent.parent);
  const { name, text, email, honeypot } = sent;
  const screened = { name, text, honeypot };
  return insertComment(uow, {
    post_id: post.id,
    parent_id: parent?.id ?? null,
    // A private note belongs to no thread, whatever it speaks of.
    root_id: parent && sent.audience === 'everyone' ? (parent.root_id ?? parent.id) : null,
    audience: sent.audience,
    from_counsellor: false,
    name,
    text,
    mailbox_id: email === null ? null : await upsertMailbox(uow, email, now),
    notify_on_approval: sent.notifyOnApproval,
    notify_on_reply: sent.notifyOnReply,
    ...(await screeningColumns(uow, screened, post.settings, now, null)),
    nonce: sent.nonce,
    content_mac: sent.contentMac,
    sent_at: now,
  });
};

/** Spam causes no emails: otherwise spammers could make us write to anybody. */
const enqueueEmails = async (
  uow: UnitOfWork,
  post: CommentedPost,
  row: CommentRow,
  network: string | null,
  now: Date,
): Promise<void> => {
  if (row.state === 'spam') return;
  const publishes = await canAutoApprove(uow, row, post.settings);
  await askToConfirm(uow, sentWithAddress(row), now, { publishes, network });
  await notifyCounsellor(uow, row, post.settings, now);
};

/**
 * Returns what a row's writer was given when it was sent. Links that replaced the first one are not given out again.
 */
const firstLink = (strapi: Core.Strapi, row: CommentRow) => {
  const keys = servicesOf(strapi).linkKeys;
  const link = { ...row, link_version: 1 };
  return { token: privateTokenOf(keys, link), code: privateCodeOf(keys, link) };
};

interface SentBefore {
  before: CommentRow | null;
  /** Whether an email can go out to any address now. */
  canEmail: boolean;
}

const toSentComment = (strapi: Core.Strapi, row: CommentRow, { before, canEmail }: SentBefore): SentComment => ({
  number: row.id,
  audience: row.audience,
  ...firstLink(strapi, row),
  confirms: row.mailbox_id !== null && canEmail,
  earlier: before && {
    at: new Date(before.sent_at).toISOString(),
    audience: before.audience,
    token: firstLink(strapi, before).token,
  },
});

const sendingsOf = async (uow: UnitOfWork, nonce: string): Promise<CommentRow[]> =>
  await commentRows(uow).where({ nonce }).select('*');

interface Submitted {
  /** This submission made the comment; otherwise an earlier one of the same form with the same content did. */
  first: boolean;
  comment: SentComment;
}

/**
 * Stores what a reader wrote under a post, together with the address and the queued emails, all or nothing. A form that
 * was changed and sent again is another comment.
 *
 * @throws NotFoundError if the post or the answered comment does not exist; ConflictError if comments are closed or
 * that one can't be answered
 */
export const submitComment = (strapi: Core.Strapi, slug: string, sent: Submission, now: Date): Promise<Submitted> =>
  inTransaction(strapi, async (uow) => {
    const { nonce, network } = sent;
    const canEmail = !uow.services.sendingLimits.isExhausted(network, now.getTime());
    const commented = await findCommentedPost(strapi, { slug }, now);
    const contentMac = macOfContent(uow.services.linkKeys, `post:${commented?.id ?? slug}`, sent);
    const submitted = async (row: CommentRow | null | undefined, first: boolean): Promise<Submitted> => {
      const stored = found(row ?? null);
      const before = sendingBefore(await sendingsOf(uow, nonce), stored);
      return { first, comment: toSentComment(strapi, stored, { before, canEmail }) };
    };
    const repeated = sendingWith(await sendingsOf(uow, nonce), contentMac);
    if (repeated) return submitted(repeated, false);
    const post = found(commented);
    if (!post.openness.open) throw new ConflictError('Comments on this post are closed.');
    const inserted = await insertSubmission(uow, post, { ...sent, contentMac }, now);
    if (!inserted) return submitted(sendingWith(await sendingsOf(uow, nonce), contentMac), false);
    await enqueueEmails(uow, post, inserted, network, now);
    return submitted(inserted, true);
  });
