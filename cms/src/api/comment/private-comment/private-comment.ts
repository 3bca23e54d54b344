import type { Core } from '@strapi/strapi';
import type { CommentState, privateChange, PrivateComment, privateKey } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { notifyCounsellor } from '#src/api/comment/emails/notify-counsellor';
import { privateCodeOf, privateTokenOf } from '#src/api/comment/links';
import { removeCommentForGood, removedName, removeNameFrom } from '#src/api/comment/moderation/removal';
import { screeningColumns } from '#src/api/comment/submission';
import { findOnPage } from '#src/api/comment/threads/threads';
import { practiceOfComments } from '#src/api/practice/read-practice';
import { recordInTransaction } from '#src/database/applied-erasures';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { messagesBelow } from './conversation';
import { lockByToken, openPrivateComment } from './open-private-comment';

interface PostRow {
  slug: string | null;
  title: string | null;
  publishedAt: string | null;
}

/** Returns the post as readers know it, otherwise as it was when it was last public; null once it was deleted. */
const postOf = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ post: PrivateComment['post']; isPublished: boolean }> => {
  const rows = (await strapi.db
    .query('api::post.post')
    .findMany({ select: ['id', 'slug', 'title', 'publishedAt'], where: { documentId }, limit: 2 })) as PostRow[];
  const row = rows.find(({ publishedAt }) => publishedAt !== null) ?? rows[0];
  if (!row?.slug) return { post: null, isPublished: false };
  return { post: { slug: row.slug, title: row.title ?? '' }, isPublished: row.publishedAt !== null };
};

/** Spam reads as waiting: nobody is called a spammer to their face, and a spammer learns nothing. */
const stateForWriter = (state: CommentState): PrivateComment['state'] =>
  state === 'spam' || state === 'removed' ? 'waiting' : state;

const messageOf = ({ from_counsellor, text, sent_at }: CommentRow): PrivateComment['messages'][number] => ({
  by: from_counsellor ? 'counsellor' : 'writer',
  text: text ?? '',
  at: instantOf(sent_at),
});

const hasPublicReply = async (uow: UnitOfWork, { id }: CommentRow): Promise<boolean> =>
  (await commentRows(uow).where({ parent_id: id, audience: 'everyone', state: 'approved' }).first('id')) !== undefined;

/** A writer can change a comment until there is a decision about it. */
const mayChange = ({ state }: Pick<CommentRow, 'state'>): boolean => state === 'waiting' || state === 'spam';

/** Returns a comment as its writer sees it. */
const privateView = async (uow: UnitOfWork, row: CommentRow): Promise<PrivateComment> => {
  const keys = uow.services.linkKeys;
  const { post, isPublished } = await postOf(uow.strapi, row.post_id);
  return {
    number: row.id,
    token: privateTokenOf(keys, row),
    code: privateCodeOf(keys, row),
    post,
    audience: row.audience,
    state: stateForWriter(row.state),
    hidden: Boolean(row.hidden),
    name: row.name,
    text: row.text ?? '',
    version: row.version,
    sentAt: instantOf(row.sent_at),
    decidedAt: row.decided_at === null || mayChange(row) ? null : instantOf(row.decided_at),
    mayChange: mayChange(row),
    onPage: isPublished && (await findOnPage(uow, row.id)) !== null,
    hasReplies: await hasPublicReply(uow, row),
    messages: (await messagesBelow(uow, row.id)).map(messageOf),
    address: row.mailbox_id === null ? null : row.confirmed_at === null ? 'unconfirmed' : 'confirmed',
    notifyOnApproval: Boolean(row.notify_on_approval),
    notifyOnReply: Boolean(row.notify_on_reply),
  };
};

type Change = z.output<typeof privateChange>;

/*
 * What writers can do with their own comment, without an account. Every function throws a NotFoundError for a wrong or
 * ended link.
 */

const viewAgain = async (uow: UnitOfWork, { id }: CommentRow): Promise<PrivateComment> =>
  privateView(uow, found(await lockComment(uow, id)));

/** @throws TooManyCodesError after too many wrong codes */
export const viewPrivateComment = (
  strapi: Core.Strapi,
  key: z.output<typeof privateKey>,
  now: Date,
): Promise<PrivateComment> =>
  inReadTransaction(strapi, async (uow) => privateView(uow, await openPrivateComment(uow, key, now.getTime())));

/**
 * Changes name and text, which are screened again.
 *
 * @throws ConflictError if it was decided or changed meanwhile
 */
export const changeComment = (
  strapi: Core.Strapi,
  { token, version, name, text }: Change,
  now: Date,
): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    if (!mayChange(row))
      throw new ConflictError(
        'The counsellor has already read this, so you can no longer change it. You can still remove your name or delete it.',
      );
    const { settings } = await practiceOfComments(strapi);
    // The honeypot was checked when it was first sent.
    const screened = { name, text, honeypot: false };
    const columns = await screeningColumns(uow, screened, settings, now, row);
    const changed = await commentRows(uow)
      .where({ id: row.id, version })
      .whereIn('state', ['waiting', 'spam'])
      .update({ name, text, ...columns, version: version + 1, opened_at: null, updated_at: now });
    if (changed === 0)
      throw new ConflictError('This was changed elsewhere after you opened it. Please check it again.');
    await notifyCounsellor(uow, { ...row, ...columns, name, text, version: version + 1 }, now);
    return viewAgain(uow, row);
  });

/** Removes the writer's name. Replies that mention it read it from this row, so they lose it, too. */
export const removeName = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    await removeNameFrom(uow, row, now);
    await recordInTransaction(uow, removedName(row), now);
    return viewAgain(uow, row);
  });

/** Makes a new link and code; the old ones end. */
export const renewLink = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    await commentRows(uow)
      .where({ id: row.id })
      .update({ link_version: row.link_version + 1, updated_at: now });
    return viewAgain(uow, row);
  });

export const deleteOwnComment = (strapi: Core.Strapi, token: string): Promise<void> =>
  inTransaction(strapi, async (uow) => removeCommentForGood(uow, await lockByToken(uow, token), 'writer'));
