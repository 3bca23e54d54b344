import { errors } from '@strapi/utils';
import {
  commentListQuery,
  commentsRequest,
  type CommentsUnderPost,
  type CommentVersion,
  decideRequest,
  deleteRequest,
  dismissFlagRequest,
  legalHold,
  type ModerationOutcome,
  type ModerationOutcomes,
  replyRequest,
  seenRequest,
  settleRequest,
} from 'shared';
import { awayUntil } from '#src/api/practice/practice-of-comments';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, noQuery, numberParam, parseBody, parseQuery } from '#src/http/request';
import { countComments, listComments, summariseWaiting } from './moderation/list-comments';
import {
  deleteComment,
  dismissCareFlag,
  moderateComment,
  setLegalHold,
  undoDecision,
} from './moderation/moderate-comment';
import { markOpened, openComment } from './moderation/open-comment';
import { replyToComment } from './moderation/reply-to-comment';
import { moderateComments } from './permissions';
import { settleReports } from './reports';
import { forgetLearning } from './spam-learning';
import { countShownUnder } from './threads/visible-comments';

/** One after the other, each in a transaction of its own, so that a comment that is refused does not stop the next. */
const forEachComment = async (
  comments: readonly CommentVersion[],
  act: (read: CommentVersion) => Promise<ModerationOutcome>,
): Promise<ModerationOutcomes> => {
  const outcomes: ModerationOutcome[] = [];
  for (const read of comments) outcomes.push(await act(read));
  return { outcomes };
};

/** Nobody has the texts of several comments in view at once, and nobody is asked about each of them. */
const contextOf = (comments: readonly CommentVersion[], confirmed: boolean): { confirmed: boolean } => ({
  confirmed: confirmed && comments.length === 1,
});

const calendarDay = (now: Date): string => now.toISOString().slice(0, 10);

const doneOrNotFound = (exists: boolean): { done: true } => {
  found(exists ? exists : null);
  return { done: true };
};

const reading: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/comments',
    permission: moderateComments,
    handle: (strapi, { query }) => listComments(strapi, parseQuery(commentListQuery, query)),
  },
  {
    method: 'GET',
    path: '/comments/counts',
    permission: moderateComments,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      const now = new Date();
      return { ...(await countComments(strapi, calendarDay(now))), awayUntil: await awayUntil(strapi, now) };
    },
  },
  {
    method: 'GET',
    path: '/comments/waiting',
    permission: moderateComments,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      return { ...(await summariseWaiting(strapi)), awayUntil: await awayUntil(strapi, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/open',
    permission: moderateComments,
    handle: async (strapi, { params }) => found(await openComment(strapi, numberParam(params), new Date())),
  },
];

const onSeveral: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/comments/decide',
    permission: moderateComments,
    handle: (strapi, { request }) => {
      const { comments, decision, confirmed } = parseBody(decideRequest, request.body);
      const context = contextOf(comments, confirmed);
      return forEachComment(comments, (read) => moderateComment(strapi, read, decision, new Date(), context));
    },
  },
  {
    method: 'POST',
    path: '/comments/undo',
    permission: moderateComments,
    handle: (strapi, { request }) =>
      forEachComment(parseBody(commentsRequest, request.body).comments, (read) =>
        undoDecision(strapi, read, new Date()),
      ),
  },
  {
    method: 'POST',
    path: '/comments/delete',
    permission: moderateComments,
    handle: (strapi, { request }) => {
      const { comments, confirmed } = parseBody(deleteRequest, request.body);
      const context = contextOf(comments, confirmed);
      return forEachComment(comments, (read) => deleteComment(strapi, read, context));
    },
  },
  {
    method: 'POST',
    path: '/comments/seen',
    permission: moderateComments,
    handle: (strapi, { request }) => markOpened(strapi, parseBody(seenRequest, request.body).numbers, new Date()),
  },
];

const ofPosts: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/comments/under/:post',
    permission: moderateComments,
    handle: async (strapi, { params, query }): Promise<CommentsUnderPost> => {
      parseQuery(noQuery, query);
      return { shown: await countShownUnder(strapi, params.post ?? '') };
    },
  },
];

const onFilter: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/comments/forget-learned',
    permission: moderateComments,
    handle: async (strapi, { request }) => {
      parseBody(noQuery, request.body);
      await forgetLearning(strapi);
      return { done: true };
    },
  },
];

const onOne: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/comments/:number/reply',
    permission: moderateComments,
    handle: (strapi, { params, request }) => {
      const { version, state, ...reply } = parseBody(replyRequest, request.body);
      return replyToComment(strapi, { number: numberParam(params), version, state }, reply, new Date());
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/dismiss-flag',
    permission: moderateComments,
    handle: async (strapi, { params, request }) => {
      const read = { number: numberParam(params), ...parseBody(dismissFlagRequest, request.body) };
      return { outcome: await dismissCareFlag(strapi, read, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/hold',
    permission: moderateComments,
    handle: async (strapi, { params, request }) => {
      const hold = parseBody(legalHold, request.body);
      if (hold.until <= calendarDay(new Date())) throw new errors.ValidationError('Choose a review date after today.');
      return doneOrNotFound(await setLegalHold(strapi, numberParam(params), hold));
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/release',
    permission: moderateComments,
    handle: async (strapi, { params }) => doneOrNotFound(await setLegalHold(strapi, numberParam(params), null)),
  },
  {
    method: 'POST',
    path: '/comments/:number/settle',
    permission: moderateComments,
    handle: async (strapi, { params, request }) => {
      const { reports } = parseBody(settleRequest, request.body);
      return doneOrNotFound(await settleReports(strapi, numberParam(params), reports, new Date()));
    },
  },
];

export const commentsEndpoints: readonly AdminEndpoint[] = [
  ...reading,
  ...onSeveral,
  ...onFilter,
  ...ofPosts,
  ...onOne,
];
