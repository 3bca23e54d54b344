import type { Core } from '@strapi/strapi';
import type { CommentState, PrivateComment } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { privateCodeOf, privateTokenOf } from '#src/api/comment/links';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';

interface PostRow {
  slug: string | null;
  title: string | null;
  publishedAt: string | null;
}

/** Returns the post as readers know it, otherwise as it was when it was last public; null once it was deleted. */
const postOf = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ post: PrivateComment['post']; isPublic: boolean }> => {
  const rows = (await strapi.db
    .query('api::post.post')
    .findMany({ select: ['id', 'slug', 'title', 'publishedAt'], where: { documentId }, limit: 2 })) as PostRow[];
  const row = rows.find(({ publishedAt }) => publishedAt !== null) ?? rows[0];
  if (!row?.slug) return { post: null, isPublic: false };
  return { post: { slug: row.slug, title: row.title ?? '' }, isPublic: row.publishedAt !== null };
};

/** Spam reads as waiting: nobody is called a spammer to their face, and a spammer learns nothing. */
const stateForWriter = (state: CommentState): PrivateComment['state'] =>
  state === 'spam' || state === 'removed' ? 'waiting' : state;

/** The counsellor's answers to a private note, which are shown nowhere else. */
const answersToNote = async (uow: UnitOfWork, { id }: CommentRow): Promise<PrivateComment['replies']> => {
  const rows: Pick<CommentRow, 'text' | 'sent_at'>[] = await commentRows(uow)
    .where({ root_id: id, from_counsellor: true, audience: 'counsellor' })
    .whereNotNull('text')
    .orderBy(['sent_at', 'id'])
    .select('text', 'sent_at');
  return rows.map(({ text, sent_at }) => ({ text: text ?? '', at: instantOf(sent_at) }));
};

const hasReply = async (uow: UnitOfWork, { id }: CommentRow): Promise<boolean> =>
  (await commentRows(uow).where({ parent_id: id }).whereIn('state', ['approved', 'read']).first('id')) !== undefined;

/** A writer can change a comment until there is a decision about it. */
export const mayChange = ({ state }: Pick<CommentRow, 'state'>): boolean => state === 'waiting' || state === 'spam';

/** Returns a comment as its writer sees it. */
export const privateView = async (uow: UnitOfWork, row: CommentRow): Promise<PrivateComment> => {
  const keys = uow.services.linkKeys;
  const link = { number: row.id, linkVersion: row.link_version };
  const { post, isPublic } = await postOf(uow.strapi, row.post_id);
  return {
    number: row.id,
    token: privateTokenOf(keys, link),
    code: privateCodeOf(keys, link),
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
    onPage: isPublic && (await findOnPage(uow, row.id)) !== null,
    hasReplies: await hasReply(uow, row),
    replies: row.audience === 'counsellor' ? await answersToNote(uow, row) : [],
    address: row.mailbox_id === null ? null : row.confirmed_at === null ? 'unconfirmed' : 'confirmed',
    notifyOnApproval: Boolean(row.notify_on_approval),
    notifyOnReply: Boolean(row.notify_on_reply),
  };
};
