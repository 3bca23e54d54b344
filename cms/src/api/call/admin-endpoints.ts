import {
  addCallBlockRequest,
  addCallRequest,
  callRules,
  callWeekQuery,
  cancelCallRequest,
  moveCallRequest,
  saveCallRulesRequest,
  whyQuery,
} from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { found, noQuery, numberParam, parseBody, parseQuery } from '#src/http/request';
import { manageCalls } from './permissions';
import { addBlock, deleteBlock } from './week/blocks';
import { addCall, cancelByCounsellor, moveCall } from './week/call-actions';
import { openCall, readNextCalls, readWeek } from './week/read-week';
import { explainTime, previewRules, readRules, saveRules } from './week/rules';

type Endpoint = Omit<AdminEndpoint, 'permission'>;

const reading: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/calls/week',
    handle: (strapi, { query }) => readWeek(strapi, parseQuery(callWeekQuery, query).from ?? null, new Date()),
  },
  {
    method: 'GET',
    path: '/calls/next',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return readNextCalls(strapi, new Date());
    },
  },
  {
    method: 'GET',
    path: '/calls/why',
    handle: (strapi, { query }) => explainTime(strapi, parseQuery(whyQuery, query), new Date()),
  },
];

const ofRules: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/calls/rules',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return readRules(strapi);
    },
  },
  {
    method: 'POST',
    path: '/calls/rules',
    handle: async (strapi, { request }) => ({
      outcome: await saveRules(strapi, parseBody(saveCallRulesRequest, request.body), new Date()),
    }),
  },
  {
    method: 'POST',
    path: '/calls/rules/preview',
    handle: (strapi, { request }) => previewRules(strapi, parseBody(callRules, request.body), new Date()),
  },
];

const ofBlocks: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/calls/blocks',
    handle: (strapi, { request }) => addBlock(strapi, parseBody(addCallBlockRequest, request.body), new Date()),
  },
  {
    method: 'POST',
    path: '/calls/blocks/:number/delete',
    handle: async (strapi, { params }) => ({ outcome: await deleteBlock(strapi, numberParam(params)) }),
  },
];

const onCalls: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/calls',
    handle: async (strapi, { request }) => ({
      outcome: await addCall(strapi, parseBody(addCallRequest, request.body), new Date()),
    }),
  },
  {
    method: 'POST',
    path: '/calls/:number/open',
    handle: async (strapi, { params }) => found(await openCall(strapi, numberParam(params), new Date())),
  },
  {
    method: 'POST',
    path: '/calls/:number/move',
    handle: async (strapi, { params, request }) => {
      const move = { number: numberParam(params), ...parseBody(moveCallRequest, request.body) };
      return { outcome: await moveCall(strapi, move, new Date()) };
    },
  },
  {
    method: 'POST',
    path: '/calls/:number/cancel',
    handle: async (strapi, { params, request }) => {
      const cancellation = { number: numberParam(params), ...parseBody(cancelCallRequest, request.body) };
      return { outcome: await cancelByCounsellor(strapi, cancellation, new Date()) };
    },
  },
];

export const callsEndpoints: readonly AdminEndpoint[] = [...reading, ...ofRules, ...ofBlocks, ...onCalls].map(
  (endpoint) => ({ ...endpoint, permission: manageCalls }),
);
