import type { Core } from '@strapi/strapi';
import type { PrivateComment } from 'shared';
import { type CommentRow, commentRows, type CommentState } from '#src/api/comment/comment-rows';
import { privateCodeOf, privateTokenOf } from '#src/api/comment/links/private-comment-token';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/nullable';
import { servicesOf } from '#src/services';

interface PostRow {
  slug: string | null;
  title: string | null;
  publishedAt: string | null;
}

/** The post as readers know it, else as it was when it was last on the site; null once it was deleted. */
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

/** Nobody is called a spammer to their face, and a spammer learns nothing. */
const told = (state: CommentState): PrivateComment['state'] =>
  state === 'spam' || state === 'removed' ? 'waiting' : state;

/** Her answers to a note: they stand nowhere else. */
const answersToNote = async (uow: UnitOfWork, { id }: CommentRow): Promise<PrivateComment['replies']> => {
  const rows: Pick<CommentRow, 'words' | 'sent'>[] = await commentRows(uow)
    .where({ root_id: id, from_counsellor: true, audience: 'counsellor' })
    .whereNotNull('words')
    .orderBy(['sent', 'id'])
    .select('words', 'sent');
  return rows.map(({ words, sent }) => ({ words: words ?? '', at: instantOf(sent) }));
};

export const mayChange = ({ state }: Pick<CommentRow, 'state'>): boolean => state === 'waiting' || state === 'spam';

/** A comment as its writer sees it. */
export const privateView = async (uow: UnitOfWork, row: CommentRow): Promise<PrivateComment> => {
  const keys = servicesOf(strapi).linkKeys;
  const to = { number: row.id, linkVersion: row.link_version };
  const { post, isPublic } = await postOf(strapi, row.post_id);
  const [reply]: { id: number }[] = await commentRows(uow)
    .where({ parent_id: row.id })
    .whereIn('state', ['approved', 'read'])
    .limit(1)
    .select('id');
  return {
    number: row.id,
    token: privateTokenOf(keys, to),
    code: privateCodeOf(keys, to),
    post,
    audience: row.audience,
    state: told(row.state),
    hidden: Boolean(row.hidden),
    name: row.name,
    words: row.words ?? '',
    version: row.version,
    sent: instantOf(row.sent),
    decided: row.decided === null || mayChange(row) ? null : instantOf(row.decided),
    mayChange: mayChange(row),
    onPage: isPublic && (await findOnPage(uow, row.id)) !== null,
    hasReplies: reply !== undefined,
    replies: row.audience === 'counsellor' ? await answersToNote(uow, row) : [],
    address: row.mailbox_id === null ? null : row.confirmed_at === null ? 'unconfirmed' : 'confirmed',
    tellAppeared: Boolean(row.tell_appeared),
    tellReplies: Boolean(row.tell_replies),
  };
};
