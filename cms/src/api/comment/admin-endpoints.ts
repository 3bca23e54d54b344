import { errors } from '@strapi/utils';
import { commentLimits, commentNumber, nonce, words } from 'shared';
import { z } from 'zod';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, numberParam } from '#src/http/params';
import { parseBody } from '#src/http/parse';
import { noQuery, parseQuery } from '#src/http/parse';
import {
  type ActOutcome,
  type ActOutcomes,
  type AsRead,
  commentStates,
  deskDecisions,
  deskLists,
} from './admin-contract';
import { countComments } from './moderation/count-comments';
import { decideComment } from './moderation/decide-comment';
import { deleteComment } from './moderation/delete-comment';
import { holdComment } from './moderation/legal-hold';
import { listComments, orders, waitingForYou } from './moderation/list-comments';
import { markSeen } from './moderation/mark-seen';
import { openComment } from './moderation/open-comment';
import { replyToComment } from './moderation/reply-to-comment';
import { awayUntil } from './moderation/response-kit';
import { settleReports } from './moderation/settle-reports';
import { undoDecision } from './moderation/undo-decision';
import { moderateComments } from './permissions';

const listQuery = z.strictObject({
  list: z.enum(deskLists).default('waiting'),
  order: z.enum(orders).default('oldest'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

const version = z.int().positive();
const state = z.enum(commentStates);
const asRead = z.strictObject({ number: commentNumber, version, state });
const several = z.array(asRead).min(1).max(100);
const deciding = z.strictObject({ decision: z.enum(deskDecisions), comments: several });
const acting = z.strictObject({ comments: several });
const seeing = z.strictObject({ numbers: z.array(commentNumber).min(1).max(100) });
const replying = z.strictObject({ version, state, nonce, words: words(commentLimits.words) });
const holding = z.strictObject({ because: z.string().trim().min(1).max(500), until: z.iso.date() });
const settling = z.strictObject({ reports: z.array(z.int().positive()).min(1).max(1_000) });

/** One after the other, each in a transaction of its own: what can't be done to one comment keeps nothing from the next. */
const each = async (comments: readonly AsRead[], act: (read: AsRead) => Promise<ActOutcome>): Promise<ActOutcomes> => {
  const outcomes: ActOutcome[] = [];
  for (const read of comments) outcomes.push(await act(read));
  return { outcomes };
};

const today = (now: Date): string => now.toISOString().slice(0, 10);

const done = (there: boolean): { done: true } => {
  found(there ? there : null);
  return { done: true };
};

const reading: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/comments',
    permission: moderateComments,
    handle: (strapi, { query }) => listComments(strapi, parseQuery(listQuery, query)),
  },
  {
    method: 'GET',
    path: '/comments/counts',
    permission: moderateComments,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      const now = new Date();
      return { ...(await countComments(strapi, today(now))), awayUntil: await awayUntil(strapi, now) };
    },
  },
  {
    method: 'GET',
    path: '/comments/waiting',
    permission: moderateComments,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      return { ...(await waitingForYou(strapi)), awayUntil: await awayUntil(strapi, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/open',
    permission: moderateComments,
    handle: async (strapi, { params }) => found(await openComment(strapi, numberParam(params), new Date())),
  },
];

const acts: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/comments/decide',
    permission: moderateComments,
    handle: (strapi, { request }) => {
      const { comments, decision } = parseBody(deciding, request.body);
      return each(comments, (read) => decideComment(strapi, read, decision, new Date()));
    },
  },
  {
    method: 'POST',
    path: '/comments/undo',
    permission: moderateComments,
    handle: (strapi, { request }) =>
      each(parseBody(acting, request.body).comments, (read) => undoDecision(strapi, read, new Date())),
  },
  {
    method: 'POST',
    path: '/comments/delete',
    permission: moderateComments,
    handle: (strapi, { request }) =>
      each(parseBody(acting, request.body).comments, (read) => deleteComment(strapi, read)),
  },
  {
    method: 'POST',
    path: '/comments/seen',
    permission: moderateComments,
    handle: async (strapi, { request }) => ({
      seen: await markSeen(strapi, parseBody(seeing, request.body).numbers, new Date()),
    }),
  },
];

const onOne: readonly AdminEndpoint[] = [
  {
    method: 'POST',
    path: '/comments/:number/reply',
    permission: moderateComments,
    handle: (strapi, { params, request }) => {
      const { words: written, nonce: once, ...read } = parseBody(replying, request.body);
      return replyToComment(strapi, { number: numberParam(params), ...read }, written, once, new Date());
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/hold',
    permission: moderateComments,
    handle: async (strapi, { params, request }) => {
      const held = parseBody(holding, request.body);
      if (held.until <= today(new Date()))
        throw new errors.ValidationError('Choose a day after today on which you look at it again.');
      return done(await holdComment(strapi, numberParam(params), held));
    },
  },
  {
    method: 'POST',
    path: '/comments/:number/release',
    permission: moderateComments,
    handle: async (strapi, { params }) => done(await holdComment(strapi, numberParam(params), null)),
  },
  {
    method: 'POST',
    path: '/comments/:number/settle',
    permission: moderateComments,
    handle: async (strapi, { params, request }) =>
      done(await settleReports(strapi, numberParam(params), parseBody(settling, request.body).reports, new Date())),
  },
];

export const commentsEndpoints: readonly AdminEndpoint[] = [...reading, ...acts, ...onOne];
