import type { Core } from '@strapi/strapi';
import { maxFailedEmails, type OutboxStatus, retryRequest } from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseBody, parseQuery } from '#src/http/request';
import { instantOf, instantOrNull } from '#src/http/serialise';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { retryEmails } from './outbox/claims';
import { emailRows } from './outbox/outbox';
import { retryFailedEmails } from './permissions';

interface Counted {
  state: string;
  n: number | string;
  oldest: Date | number;
}
interface FailedRow {
  id: number;
  kind: string;
  attempts: number;
  last_error: string | null;
  queued_at: Date | number;
}

/** Returns the state of the outbox: what is queued, what will be retried, and what could not be delivered. */
const outboxStatus = async (strapi: Core.Strapi): Promise<OutboxStatus> => {
  const notSent = emailRows(strapi).whereIn('state', ['queued', 'failed']);
  const counted = await notSent
    .groupBy('state')
    .select('state')
    .count({ n: '*' })
    .min<Counted[]>({ oldest: 'queued_at' });
  const of = (state: string) => counted.find((row) => row.state === state);
  const retrying = await emailRows(strapi)
    .where({ state: 'queued' })
    .whereNotNull('last_error')
    .groupBy('last_error')
    .orderBy('emails', 'desc')
    .select('last_error')
    .count<{ last_error: string; emails: number | string }[]>({ emails: '*' });
  const rows = await emailRows(strapi)
    .where({ state: 'failed' })
    .orderBy('queued_at', 'desc')
    .limit(maxFailedEmails)
    .select<FailedRow[]>('id', 'kind', 'attempts', 'last_error', 'queued_at');
  return {
    delivery: settingsOf(strapi).mail.server === null ? 'files' : 'server',
    queued: Number(of('queued')?.n ?? 0),
    oldestQueuedAt: instantOrNull(of('queued')?.oldest ?? null),
    retrying: retrying.map(({ last_error, emails }) => ({ error: last_error, emails: Number(emails) })),
    limited: servicesOf(strapi).sendingLimits.refusedInLastDay,
    failed: Number(of('failed')?.n ?? 0),
    failedEmails: rows.map(({ id, kind, attempts, last_error, queued_at }) => ({
      id,
      kind,
      attempts,
      error: last_error ?? '',
      queuedAt: instantOf(queued_at),
    })),
  };
};

export const outboxEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/outbox',
    permission: retryFailedEmails,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      return outboxStatus(strapi);
    },
  },
  {
    method: 'POST',
    path: '/outbox/retry',
    permission: retryFailedEmails,
    handle: async (strapi, { request }) => {
      const { ids } = parseBody(retryRequest, request.body);
      const retried = await retryEmails(strapi, ids, new Date());
      servicesOf(strapi).wakeDelivery();
      return { retried };
    },
  },
];
