import {
  deleteMessageRequest,
  markAnsweredRequest,
  markSpamRequest,
  messageListQuery,
  messageReplyRequest,
  messageStepRequest,
  replyPreviewRequest,
  spacePreviewRequest,
  spaceSendRequest,
} from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, noQuery, numberParam, parseBody, parseQuery } from '#src/http/request';
import { countMessages, listMessages, summariseMessages } from './messages/list-messages';
import { addStep, deleteMessage, setAnswered, setSpam } from './messages/message-actions';
import { openMessage } from './messages/open-message';
import { previewReply, replyToMessage } from './messages/reply-to-message';
import { describeSpaceList, previewSpace, tellOfSpace } from './messages/space-list';
import { answerMessages } from './permissions';

type Endpoint = Omit<AdminEndpoint, 'permission'>;

const reading: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/messages',
    handle: (strapi, { query }) => listMessages(strapi, parseQuery(messageListQuery, query), new Date()),
  },
  {
    method: 'GET',
    path: '/messages/counts',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return countMessages(strapi);
    },
  },
  {
    method: 'GET',
    path: '/messages/waiting',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return summariseMessages(strapi, new Date());
    },
  },
  {
    method: 'POST',
    path: '/messages/:number/open',
    handle: async (strapi, { params }) => found(await openMessage(strapi, numberParam(params), new Date())),
  },
];

const ofSpace: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/messages/space',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return describeSpaceList(strapi);
    },
  },
  {
    method: 'POST',
    path: '/messages/space/preview',
    handle: (strapi, { request }) => previewSpace(strapi, parseBody(spacePreviewRequest, request.body).text),
  },
  {
    method: 'POST',
    path: '/messages/space/send',
    handle: (strapi, { request }) => tellOfSpace(strapi, parseBody(spaceSendRequest, request.body), new Date()),
  },
];

const onOne: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/messages/:number/preview',
    handle: (strapi, { params, request }) =>
      previewReply(strapi, numberParam(params), parseBody(replyPreviewRequest, request.body).text),
  },
  {
    method: 'POST',
    path: '/messages/:number/reply',
    handle: async (strapi, { params, request }) => {
      const { version, ...reply } = parseBody(messageReplyRequest, request.body);
      return { outcome: await replyToMessage(strapi, { number: numberParam(params), version }, reply, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/messages/:number/answered',
    handle: async (strapi, { params, request }) => {
      const { version, answered } = parseBody(markAnsweredRequest, request.body);
      return { outcome: await setAnswered(strapi, { number: numberParam(params), version }, answered, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/messages/:number/spam',
    handle: async (strapi, { params, request }) => {
      const { version, isSpam } = parseBody(markSpamRequest, request.body);
      return { outcome: await setSpam(strapi, { number: numberParam(params), version }, isSpam, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/messages/:number/delete',
    handle: async (strapi, { params, request }) => {
      const { version } = parseBody(deleteMessageRequest, request.body);
      return { outcome: await deleteMessage(strapi, { number: numberParam(params), version }, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/messages/:number/step',
    handle: async (strapi, { params, request }) => ({
      outcome: await addStep(strapi, numberParam(params), parseBody(messageStepRequest, request.body), new Date()),
    }),
  },
];

export const messagesEndpoints: readonly AdminEndpoint[] = [...reading, ...ofSpace, ...onOne].map((endpoint) => ({
  ...endpoint,
  permission: answerMessages,
}));
