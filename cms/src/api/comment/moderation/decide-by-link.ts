import type { Core } from '@strapi/strapi';
import type { Decision, DecisionView } from 'shared';
import { type CommentRow, lockComment } from '#src/api/comment/comment-rows';
import { type DecisionLink, readDecisionToken } from '#src/api/comment/links/decision-token';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/nullable';
import { found } from '#src/http/params';
import { servicesOf } from '#src/services';
import { postsOfComments } from './commented-posts';
import { decideComment } from './decide-comment';

const decisionOf = { approved: 'approve', declined: 'decline', spam: 'spam', read: 'read' } as const;

const nothing = { decided: null, comment: null } as const;

const opened = async (strapi: Core.Strapi, row: CommentRow): Promise<DecisionView> => {
  const { title, slug } = (await postsOfComments(strapi, [row.post_id]))(row.post_id);
  const { id: number, audience, name, words, sent } = row;
  if (slug === null) return { state: 'gone', ...nothing };
  return {
    state: 'open',
    decided: null,
    comment: { number, post: { slug, title }, audience, name, words: words ?? '', sent: instantOf(sent) },
  };
};

/** Where the comment stands for somebody who holds a link to its `version`. */
const viewOf = async (uow: UnitOfWork, { number, version }: DecisionLink): Promise<DecisionView> => {
  const row = await lockComment(uow, number);
  if (row === null || row.state === 'removed') return { state: 'gone', ...nothing };
  if (row.state !== 'waiting') {
    return {
      state: 'decided',
      decided: { decision: decisionOf[row.state], at: instantOf(row.decided ?? row.sent) },
      comment: null,
    };
  }
  return row.version === version ? opened(strapi, row) : { state: 'changed', ...nothing };
};

const decisionLinks = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What the token names; NotFoundError for a wrong link, or one that has ended. */
  const linkOf = (token: string, now: Date): DecisionLink =>
    found(readDecisionToken(servicesOf(strapi).linkKeys, token, now));

  return {
    look: (token: string, now: Date): Promise<DecisionView> => {
      const link = linkOf(token, now);
      return inTransaction(strapi, (uow) => viewOf(uow, link));
    },

    /** Decides what the email showed, if it still waits and is still the same; gives how it stands then. */
    decide: (token: string, decision: Decision, now: Date): Promise<DecisionView> => {
      const link = linkOf(token, now);
      return inTransaction(strapi, async (uow) => {
        await decideComment(strapi, { ...link, state: 'waiting' }, decision, now);
        return viewOf(uow, link);
      });
    },
  };
};

export default decisionLinks;
