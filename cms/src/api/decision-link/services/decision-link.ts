import type { Core } from '@strapi/strapi';
import type { Decision, DecisionView } from 'shared';
import { found } from '../../../answers/not-found';
import { instantOf } from '../../../answers/text';
import { inTransaction, type Transaction } from '../../../documents/transaction';
import { type DecisionLink,readDecisionToken } from '../../../protection/decision-link';
import type { LinkKeys } from '../../../protection/link-keys';
import { decideComment } from '../../comment/desk/decide-comment';
import { postsOfComments } from '../../comment/desk/posts-of-comments';
import { type CommentRow,lockComment } from '../../comment/services/comment-rows';

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
const viewOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { number, version }: DecisionLink,
): Promise<DecisionView> => {
  const row = await lockComment(strapi, trx, number);
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
    found(readDecisionToken(strapi.get<LinkKeys>('link-keys'), token, now));

  return {
    look: (token: string, now: Date): Promise<DecisionView> => {
      const link = linkOf(token, now);
      return inTransaction(strapi, ({ trx }) => viewOf(strapi, trx, link));
    },

    /** Decides what the letter showed, if it still waits and is still the same; gives how it stands then. */
    decide: (token: string, decision: Decision, now: Date): Promise<DecisionView> => {
      const link = linkOf(token, now);
      return inTransaction(strapi, async ({ trx }) => {
        await decideComment(strapi, { ...link, state: 'waiting' }, decision, now);
        return viewOf(strapi, trx, link);
      });
    },
  };
};

export default decisionLinks;
