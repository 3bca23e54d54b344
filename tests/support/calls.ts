import {
  type AddCallRequest,
  type CallOutcome,
  callOutcomeResponse,
  type CallRules,
  type CallWeek,
  callWeek,
  storedCallRules,
} from 'shared';
import { dataOf, type SignedIn } from './admin-api.ts';
import { everyDay } from './call-bookings.ts';
import { aNonce } from './comments.ts';

const dayMs = 86_400_000;

/** Returns an ISO day some days from now, in UTC. */
export const dayAhead = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Returns an instant on the wall clock of London, some days from now; winter and summer are told apart by its zone. */
export const londonTime = (day: string, time: string): string => {
  const utc = new Date(`${day}T${time}:00Z`);
  const there = utc.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  const ahead = there === time ? 0 : 3_600_000;
  return new Date(utc.getTime() - ahead).toISOString();
};

/** Rules with calls of half an hour that follow each other at each full hour, from an hour from now on. */
export const openRules = (over: Partial<CallRules> = {}): CallRules => ({
  ...everyDay,
  minutes: 30,
  everyMinutes: 60,
  bufferBefore: 0,
  bufferAfter: 0,
  noticeHours: 1,
  horizonDays: 60,
  ...over,
});

/** What the counsellor does with calls, through the admin’s endpoints. */
export const callsOf = (counsellor: SignedIn) => ({
  week: (from?: string): Promise<CallWeek> =>
    dataOf(callWeek, counsellor.get(`/quiet-room/calls/week${from === undefined ? '' : `?from=${from}`}`)),
  rules: () => dataOf(storedCallRules, counsellor.get('/quiet-room/calls/rules')),
  saveRules: async (rules: CallRules): Promise<CallOutcome> => {
    const { version } = await dataOf(storedCallRules, counsellor.get('/quiet-room/calls/rules'));
    return (await dataOf(callOutcomeResponse, counsellor.post('/quiet-room/calls/rules').send({ version, rules })))
      .outcome;
  },
  act: async (path: string, body: object): Promise<CallOutcome> =>
    (await dataOf(callOutcomeResponse, counsellor.post(`/quiet-room/calls${path}`).send(body))).outcome,
  add: async (starts: string, over: Partial<AddCallRequest> = {}): Promise<CallOutcome> => {
    const call = { channel: 'online', starts, name: 'Sam', email: null, phone: null, notify: false, nonce: aNonce() };
    const added = counsellor.post('/quiet-room/calls').send({ ...call, ...over });
    return (await dataOf(callOutcomeResponse, added)).outcome;
  },
});
