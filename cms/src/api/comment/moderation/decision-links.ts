import type { Core } from '@strapi/strapi';
import type { Decision, DecisionView } from 'shared';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { type DecisionLink, readDecisionToken } from '#src/api/comment/links';
import { readSignedAs } from '#src/api/comment/own-names';
import { findPostReferences } from '#src/api/comment/threads/posts';
import { linkPeriod } from '#src/api/email/counsellor-address/link-period';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { rowNumberIn } from '#src/security/link-keys';
import { settingsOf } from '#src/settings';
import { moderateComment } from './moderate-comment';

const decisionOf = { approved: 'approve', declined: 'decline', spam: 'spam', read: 'read' } as const;

const nothing = { decided: null, comment: null } as const;

type State = Omit<DecisionView, 'dashboardUrl'>;

const openView = async (strapi: Core.Strapi, row: CommentRow): Promise<State> => {
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
const stateOf = async (uow: UnitOfWork, { id, version }: DecisionLink): Promise<State> => {
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
  const isForDashboard = row.care_kind !== null || (await readSignedAs(uow.strapi, row)) !== null;
  return isForDashboard ? { state: 'on-dashboard', ...nothing } : openView(uow.strapi, row);
};

const viewOf = async (uow: UnitOfWork, link: DecisionLink | 'ended'): Promise<DecisionView> => ({
  ...(link === 'ended' ? { state: 'ended', ...nothing } : await stateOf(uow, link)),
  dashboardUrl: `${settingsOf(uow.strapi).cmsUrl}/admin/comments`,
});

const readLink = async (uow: UnitOfWork, token: string, now: Date): Promise<DecisionLink | 'ended'> => {
  const row: CommentRow = found(
    (await commentRows(uow)
      .where({ id: rowNumberIn(token) })
      .first()) ?? null,
  );
  return found(readDecisionToken(uow.services.linkKeys, token, row, { period: await linkPeriod(uow.strapi), now }));
};

/**
 * Returns the comment that a link in an email to the counsellor is about. Decides nothing, because mail scanners follow
 * links.
 *
 * @throws NotFoundError for a wrong link
 */
export const viewByLink = (strapi: Core.Strapi, token: string, now: Date): Promise<DecisionView> =>
  inTransaction(strapi, async (uow) => viewOf(uow, await readLink(uow, token, now)));

/**
 * Decides about the comment that the email showed, if it still waits, has not changed, has no care flag and is not
 * signed with the counsellor's name. Returns its state afterwards.
 *
 * @throws NotFoundError for a wrong link
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
    if (link === 'ended' || before.state !== 'open') return before;
    const read = { number: link.id, version: link.version, state: 'waiting' } as const;
    await moderateComment(strapi, read, decision, now, { confirmed: false, hasRead: true });
    return viewOf(uow, link);
  });
