import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { parseBody } from '#src/http/parse';
import { noQuery, parseQuery } from '#src/http/parse';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import type { OutboxAnswer } from './admin-contract';
import { letterRows } from './outbox/email-rows';
import { retryLetters } from './outbox/retry-emails';
import { retryEmails } from './permissions';

const mostShown = 50;

const dateOf = (stored: unknown): string | null =>
  stored === null || stored === undefined ? null : new Date(stored as Date | number).toISOString();

interface Counted {
  state: string;
  n: number | string;
  oldest: Date | number;
}
interface GivenUp {
  id: number;
  kind: string;
  attempts: number;
  last_fault: string | null;
  owed_at: Date | number;
}

const outbox = async (strapi: Core.Strapi): Promise<OutboxAnswer> => {
  const notSent = letterRows(strapi).whereIn('state', ['owed', 'given-up']);
  const counted = await notSent
    .groupBy('state')
    .select('state')
    .count({ n: '*' })
    .min<Counted[]>({ oldest: 'owed_at' });
  const of = (state: string) => counted.find((row) => row.state === state);
  const inVain = letterRows(strapi)
    .where({ state: 'owed' })
    .whereNotNull('last_fault')
    .groupBy('last_fault')
    .orderBy('letters', 'desc');
  const waiting = await inVain
    .select('last_fault')
    .count<{ last_fault: string; letters: number | string }[]>({ letters: '*' });
  const rows = await letterRows(strapi)
    .where({ state: 'given-up' })
    .orderBy('owed_at', 'desc')
    .limit(mostShown)
    .select<GivenUp[]>('id', 'kind', 'attempts', 'last_fault', 'owed_at');
  return {
    goesTo: settingsOf(strapi).mail.server === null ? 'files' : 'server',
    owed: Number(of('owed')?.n ?? 0),
    oldestOwed: dateOf(of('owed')?.oldest),
    waiting: waiting.map(({ last_fault, letters }) => ({ fault: last_fault, letters: Number(letters) })),
    givenUp: Number(of('given-up')?.n ?? 0),
    letters: rows.map(({ id, kind, attempts, last_fault, owed_at }) => ({
      id,
      kind,
      attempts,
      fault: last_fault ?? '',
      owedAt: dateOf(owed_at) ?? '',
    })),
  };
};

const retried = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(mostShown) });

export const outboxEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/outbox',
    permission: retryEmails,
    handle: async (strapi, { query }) => {
      parseQuery(noQuery, query);
      return outbox(strapi);
    },
  },
  {
    method: 'POST',
    path: '/outbox/retry',
    permission: retryEmails,
    handle: async (strapi, { request }) => {
      const { ids } = parseBody(retried, request.body);
      const again = await retryLetters(strapi, ids, new Date());
      servicesOf(strapi).wakeDelivery();
      return { again };
    },
  },
];
