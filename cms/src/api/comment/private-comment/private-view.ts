import type { Core } from '@strapi/strapi';
import type { CommentState, PrivateComment } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { privateCodeOf, privateTokenOf } from '#src/api/comment/links';
import { findOnPage } from '#src/api/comment/threads/threads';
import { awayUntil } from '#src/api/practice/practice-of-comments';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { mayWriteBack, messagesBelow } from './conversation';

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
export const mayChange = ({ state }: Pick<CommentRow, 'state'>): boolean => state === 'waiting' || state === 'spam';

/** Returns a comment as its writer sees it. */
export const privateView = async (uow: UnitOfWork, row: CommentRow): Promise<PrivateComment> => {
  const keys = uow.services.linkKeys;
  const messages = await messagesBelow(uow, row.id);
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
    messages: messages.map(messageOf),
    mayWriteBack: mayWriteBack(row, messages),
    awayUntil: await awayUntil(uow.strapi, new Date()),
    address: row.mailbox_id === null ? null : row.confirmed_at === null ? 'unconfirmed' : 'confirmed',
    notifyOnApproval: Boolean(row.notify_on_approval),
    notifyOnReply: Boolean(row.notify_on_reply),
  };
};
