import type { Core } from '@strapi/strapi';
import type { Decision, DecisionView } from 'shared';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { type DecisionLink, readDecisionToken } from '#src/api/comment/links';
import { findPostReferences } from '#src/api/comment/threads/posts';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { rowNumberIn } from '#src/security/link-keys';
import { moderateComment } from './moderate-comment';

const decisionOf = { approved: 'approve', declined: 'decline', spam: 'spam', read: 'read' } as const;

const nothing = { decided: null, comment: null } as const;

const openView = async (strapi: Core.Strapi, row: CommentRow): Promise<DecisionView> => {
  const { title, slug } = (await findPostReferences(strapi, [row.post_id]))(row.post_id);
  const { id: number, audience, name, text, sent_at } = row;
  if (slug === null) return { state: 'gone', ...nothing };
  return {
    state: 'open',
    decided: null,
    comment: { number, post: { slug, title }, audience, name, text: text ?? '', sentAt: instantOf(sent_at) },
  };
};

/** Returns what the holder of a link to this version of a comment sees. */
const viewOf = async (uow: UnitOfWork, { id, version }: DecisionLink): Promise<DecisionView> => {
  const row = await lockComment(uow, id);
  if (row === null || row.state === 'removed') return { state: 'gone', ...nothing };
  if (row.state !== 'waiting') {
    return {
      state: 'decided',
      decided: { decision: decisionOf[row.state], at: instantOf(row.decided_at ?? row.sent_at) },
      comment: null,
    };
  }
  if (row.version !== version) return { state: 'changed', ...nothing };
  return row.care_kind === null ? openView(uow.strapi, row) : { state: 'on-dashboard', ...nothing };
};

const readLink = async (uow: UnitOfWork, token: string, now: Date): Promise<DecisionLink> => {
  const row: CommentRow = found(
    (await commentRows(uow)
      .where({ id: rowNumberIn(token) })
      .first()) ?? null,
  );
  return found(readDecisionToken(uow.services.linkKeys, token, row, now));
};

/**
 * Returns the comment that a link in an email to the counsellor is about. Decides nothing, because mail scanners follow
 * links.
 *
 * @throws NotFoundError for a wrong or expired link
 */
export const viewByLink = (strapi: Core.Strapi, token: string, now: Date): Promise<DecisionView> =>
  inTransaction(strapi, async (uow) => viewOf(uow, await readLink(uow, token, now)));

/**
 * Decides about the comment that the email showed, if it still waits, has not changed and has no care flag. Returns its
 * state afterwards.
 *
 * @throws NotFoundError for a wrong or expired link
 */
export const decideByLink = (
  strapi: Core.Strapi,
  token: string,
  decision: Decision,
  now: Date,
): Promise<DecisionView> =>
  inTransaction(strapi, async (uow) => {
    const link = await readLink(uow, token, now);
    const before = await viewOf(uow, link);
    if (before.state !== 'open') return before;
    const read = { number: link.id, version: link.version, state: 'waiting' } as const;
    await moderateComment(strapi, read, decision, now, { confirmed: false, hasRead: true });
    return viewOf(uow, link);
  });
