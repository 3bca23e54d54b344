import type { Core } from '@strapi/strapi';
import type { SentComment, submission } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { tellCounsellor } from '#src/api/comment/emails/notify-counsellor';
import { privateCodeOf, privateTokenOf } from '#src/api/comment/links/private-comment-token';
import { wouldBeLetThrough } from '#src/api/comment/moderation/auto-approve';
import { type PostOfComments, postOfComments } from '#src/api/comment/threads/commented-post';
import { askToConfirm } from '#src/api/email/mailboxes/ask-to-confirm';
import { useMailbox } from '#src/api/email/mailboxes/mailbox-rows';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';
import { servicesOf } from '#src/services';
import { lockParent } from './lock-parent';
import { lookedAt } from './screen-comment';

type Submitted = z.output<typeof submission>;

/** `first`: this sending made the comment; else an earlier one with the same nonce did. */
export interface Sending {
  first: boolean;
  comment: SentComment;
}

const sentComment = (strapi: Core.Strapi, { id, link_version, audience, mailbox_id }: CommentRow): SentComment => {
  const keys = servicesOf(strapi).linkKeys;
  const to = { number: id, linkVersion: link_version };
  return {
    number: id,
    audience,
    token: privateTokenOf(keys, to),
    code: privateCodeOf(keys, to),
    confirms: mailbox_id !== null,
  };
};

const sentBefore = async (uow: UnitOfWork, nonce: string): Promise<CommentRow | undefined> =>
  await commentRows(uow).where({ nonce }).first();

/** Makes the row, unless another sending of the same form did so first: then it waits for that one and makes none. */
const insert = async (
  uow: UnitOfWork,
  post: PostOfComments,
  sent: Submitted,
  now: Date,
): Promise<CommentRow | undefined> => {
  const parent = await lockParent(uow, post, sent.parent);
  const { name, words, email, trap, stampAge } = sent;
  const rules = await lookedAt(uow, { name, words, email, trap, stampAgeSeconds: stampAge }, post.settings, now, null);
  const forEveryone = sent.audience === 'everyone';
  const row = {
    post_id: post.id,
    parent_id: parent?.id ?? null,
    // A note stands in no thread, whatever it speaks of.
    root_id: parent && forEveryone ? (parent.root_id ?? parent.id) : null,
    audience: sent.audience,
    from_counsellor: false,
    name,
    words,
    mailbox_id: email === null ? null : await useMailbox(uow, email, now),
    tell_appeared: sent.tellAppeared,
    tell_replies: sent.tellReplies,
    ...rules,
    version: 1,
    link_version: 1,
    nonce: sent.nonce,
    sent: now,
    hidden: false,
    restored: false,
    open_reports: 0,
    created_at: now,
    updated_at: now,
  };
  const [made] = await commentRows(uow).insert(row).onConflict('nonce').ignore().returning('*');
  return made;
};

/** The emails that a comment causes: none for spam, or spammers could make us write to anybody. */
const enqueueEmails = async (uow: UnitOfWork, post: PostOfComments, row: CommentRow, now: Date): Promise<void> => {
  if (row.state === 'spam') return;
  await askToConfirm(uow, row, now, { again: await wouldBeLetThrough(uow, row, post.settings) });
  await tellCounsellor(uow, row, now);
};

/**
 * Takes what a reader wrote under a post: the row, its mailbox and its emails, all or nothing.
 *
 * @throws NotFoundError when post or parent is not there; ConflictError when comments are closed or the parent can't be answered
 */
export const submitComment = (strapi: Core.Strapi, slug: string, sent: Submitted, now: Date): Promise<Sending> =>
  inTransaction(strapi, async (uow) => {
    const before = await sentBefore(uow, sent.nonce);
    if (before) return { first: false, comment: sentComment(strapi, before) };
    const post = found(await postOfComments(strapi, { slug }, now));
    if (!post.openness.open) throw new ConflictError('Comments on this post are closed.');
    const made = await insert(uow, post, sent, now);
    if (made) {
      await enqueueEmails(uow, post, made, now);
      return { first: true, comment: sentComment(strapi, made) };
    }
    return { first: false, comment: sentComment(strapi, found((await sentBefore(uow, sent.nonce)) ?? null)) };
  });
