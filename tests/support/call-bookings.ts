import type { Core } from '@strapi/strapi';
import {
  type BookedCall,
  type CallPage,
  callPageResponse,
  type CallRequest,
  type CallRules,
  isoDay,
  timeWords,
} from 'shared';
import type { CmsHere } from './cms-in-process.ts';
import { cmsPart } from './cms-parts.ts';
import { aNonce, postAsWeb } from './comments.ts';

/** Rules with hours from nine to five every day, in which calls begin at each half hour. */
export const everyDay: CallRules = {
  isOpen: true,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  minutes: 25,
  everyMinutes: 30,
  bufferBefore: 5,
  bufferAfter: 10,
  noticeHours: 24,
  horizonDays: 42,
  maxPerDay: null,
  maxPerWeek: null,
  channels: ['online', 'phone'],
  joining: 'https://meet.example.org/quiet-room\nNo account is needed.',
  keepDays: 14,
  staleHours: 24,
};

/** Stores rules as the counsellor would have saved them, at once. */
export const setRules = async ({ strapi }: Pick<CmsHere, 'strapi'>, over: Partial<CallRules> = {}): Promise<void> => {
  await strapi.db.connection('call_diaries').update({ rules: JSON.stringify({ ...everyDay, ...over }) });
};

let people = 0;

/** Returns a booking as the site sends it, from another address each time. */
export const aCall = (starts: string, over: Partial<CallRequest> = {}): CallRequest => {
  people += 1;
  return {
    channel: 'online',
    starts,
    name: `Person ${people}`,
    email: `caller-${people}@example.org`,
    phone: null,
    mayLeaveVoicemail: false,
    voicemailName: null,
    timeZone: 'Europe/London',
    nonce: aNonce(),
    network: null,
    ...over,
  };
};

export const callPageOf = async (cms: CmsHere): Promise<CallPage> =>
  callPageResponse.parse((await cms.asWeb('/api/calls').expect(200)).body).data;

/** Returns a free start that is so many places from the first: with four between two, neither is in the other's way. */
export const freeStart = async (cms: CmsHere, place = 0): Promise<string> => {
  const start = (await callPageOf(cms)).slots[place];
  if (start === undefined) throw new Error('There is no such slot.');
  return start;
};

/** Books a call as the site does, and returns the data of the response. */
export const book = async (cms: CmsHere, request: CallRequest): Promise<BookedCall> => {
  const answer = await postAsWeb(cms, '/api/calls', request);
  if (answer.status !== 201) throw new Error(`The booking was answered with ${answer.status}: ${answer.text}`);
  return (answer.body as { data: BookedCall }).data;
};

/** What of the CMS takes the current time as a parameter. */
export const callsAt = (strapi: Core.Strapi) => ({
  page: (now: Date) =>
    cmsPart<{ readCallPage: (strapi: Core.Strapi, now: Date) => Promise<CallPage> }>(
      'api/call/call-page.js',
    ).readCallPage(strapi, now),
  book: (request: CallRequest, now: Date) =>
    cmsPart<{
      bookCall: (strapi: Core.Strapi, sent: CallRequest, now: Date) => Promise<{ first: boolean; call: BookedCall }>;
    }>('api/call/submission.js').bookCall(strapi, request, now),
  remind: (now: Date) =>
    cmsPart<{ remindReaders: (strapi: Core.Strapi, now: Date) => Promise<number> }>(
      'api/call/scheduled.js',
    ).remindReaders(strapi, now),
  deleteOld: (now: Date) =>
    cmsPart<{ deleteOldCalls: (strapi: Core.Strapi, now: Date) => Promise<number> }>(
      'api/call/scheduled.js',
    ).deleteOldCalls(strapi, now),
});

/** Returns day and time on a wall clock: `2027-03-28 9am`. */
export const wallClock = (instant: string, timeZone: string): string =>
  `${isoDay(instant, timeZone)} ${timeWords(instant, timeZone)}`;

/** Returns the cells of each call that has some, by its number, as the database has them. */
export const cellsByCall = async ({ strapi }: Pick<CmsHere, 'strapi'>): Promise<Map<number, number[]>> => {
  const rows = await strapi.db
    .connection('call_cells')
    .select<{ cell: number; call_id: number }[]>('*')
    .orderBy('cell');
  const byCall = new Map<number, number[]>();
  for (const { cell, call_id } of rows) byCall.set(call_id, [...(byCall.get(call_id) ?? []), cell]);
  return byCall;
};
