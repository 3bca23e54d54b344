import { z } from 'zod';
import { emailAddress } from '../../email-address.js';
import { callChannels, callLimits } from '../calls.js';
import { commentNumber, nonce } from '../comments.js';
import { day, instant } from '../envelope.js';
import { line, optionalText } from '../free-text.js';

/** The admin's endpoints about introductory calls, below `/quiet-room/calls`. All answer `{ data }`. */

const version = z.int().positive();

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const isoWeekday = z.int().min(1).max(7);

/** A time on the wall clock in steps of five minutes: `09:00`, `14:25`; `24:00` only ends a day. */
export const wallTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5][05]|24:00)$/, { error: 'not-a-time' });

/** Hours of one weekday in which calls can take place, on the wall clock of the practice's zone. */
export const openHours = z
  .object({ weekday: isoWeekday, from: wallTime, to: wallTime })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'ends-before-start' });
export type OpenHours = z.infer<typeof openHours>;

/**
 * What the counsellor's slots follow from, besides the calls and blocks: `isOpen`: readers can book; `minutes`: how
 * long a call takes; a slot begins every `everyMinutes` from the start of each range of hours; `bufferBefore` and
 * `bufferAfter` in minutes; `noticeHours`: at least so long before a call; `horizonDays`: at most so many days ahead;
 * `maxPerDay` and `maxPerWeek` (Monday to Sunday) null: as many as fit. `joining` is how to join online, sent in the
 * confirmation only. `staleHours`: a copy of another calendar counts for so long after it was last read.
 */
export const callRules = z.object({
  isOpen: z.boolean(),
  hours: z.array(openHours).max(50),
  minutes: z.int().min(10).max(120).multipleOf(5),
  everyMinutes: z.int().min(5).max(240).multipleOf(5),
  bufferBefore: z.int().min(0).max(240).multipleOf(5),
  bufferAfter: z.int().min(0).max(240).multipleOf(5),
  noticeHours: z.int().min(0).max(720),
  horizonDays: z.int().min(1).max(120),
  maxPerDay: z.int().min(1).max(50).nullable(),
  maxPerWeek: z.int().min(1).max(200).nullable(),
  channels: z.array(z.enum(callChannels)).min(1, { error: 'missing' }).max(2),
  joining: optionalText({ max: 1_000 }),
  keepDays: z.int().min(1).max(365),
  staleHours: z.int().min(1).max(168),
});
export type CallRules = z.infer<typeof callRules>;

/** `GET /calls/rules`, and the response to saving; `bookingUrl`: readers book there instead (set under Practice) */
export const storedCallRules = z.object({
  version,
  rules: callRules,
  timeZone: z.string(),
  bookingUrl: z.string().nullable(),
});
export type StoredCallRules = z.infer<typeof storedCallRules>;

/** `POST /calls/rules`: saves them; `changed` if they were saved elsewhere since. Booked calls stay as they are. */
export const saveCallRulesRequest = z.strictObject({ version, rules: callRules });

/** A call in the admin. `addedManually`: the counsellor made it; `isOver`: its end has passed. */
export const listedCall = z.object({
  number: commentNumber,
  version,
  state: z.enum(['booked', 'cancelled']),
  channel: z.enum(callChannels),
  starts: instant,
  ends: instant,
  /** The reader's zone. */
  timeZone: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mayLeaveVoicemail: z.boolean(),
  voicemailName: z.string().nullable(),
  addedManually: z.boolean(),
  bookedAt: instant,
  cancelledBy: z.enum(['reader', 'counsellor']).nullable(),
  isOver: z.boolean(),
  deletedOn: day,
});
export type ListedCall = z.infer<typeof listedCall>;

/** `POST /calls/:number/open` without a body: one call, wherever it is; 404 once it was deleted */
export const openedCall = z.object({ call: listedCall, timeZone: z.string() });
export type OpenedCall = z.infer<typeof openedCall>;

/** Time off, in which nothing can be booked, or an extra opening besides the weekly hours. Only she reads `note`. */
export const callBlockKinds = ['time-off', 'opening'] as const;
export type CallBlockKind = (typeof callBlockKinds)[number];
export const callBlock = z.object({
  number: z.int().positive(),
  kind: z.enum(callBlockKinds),
  starts: instant,
  ends: instant,
  note: z.string().nullable(),
});
export type CallBlock = z.infer<typeof callBlock>;

/** Time in which one of her other calendars says that she is busy; `calendar` is the name that she gave it. */
export const busyTime = z.object({ starts: instant, ends: instant, calendar: z.string() });
export type BusyTime = z.infer<typeof busyTime>;

/**
 * `GET /calls/week?from=2026-11-30`: seven days from that day, which is a day of the practice's calendar; without it,
 * this week from Monday on. `calls` in the order of their start, cancelled ones included; `slots`: free starts.
 */
export const callWeekQuery = z.strictObject({ from: day.optional() });
export const callWeek = z.object({
  from: day,
  timeZone: z.string(),
  /** How long a call takes now. */
  minutes: z.int(),
  calls: z.array(listedCall),
  blocks: z.array(callBlock),
  busy: z.array(busyTime),
  slots: z.array(instant),
});
export type CallWeek = z.infer<typeof callWeek>;

/** `GET /calls/next`: for the admin's home page. `today` counts those of today that are still to come. */
export const nextCalls = z.object({
  call: listedCall.nullable(),
  today: z.int().min(0),
  upcoming: z.int().min(0),
  timeZone: z.string(),
});
export type NextCalls = z.infer<typeof nextCalls>;

/**
 * Why a call can or can't begin at a moment. `free`: readers can book it. `outside-hours`, `ends-after` (it begins
 * inside the hours and would end outside), `off-grid` (inside the hours, but no slot begins then; `detail` is the
 * nearest that does), `time-off`, `away`, `taken` (a call or its buffer), `busy` (`detail` is the calendar's name),
 * `passed`, `notice`, `too-far`, `day-full`, `week-full`, `closed` (no calls are taken), `elsewhere` (readers book at
 * another address), `skipped` (the clocks skip this time), `calendar-stale` (a calendar has not been read for too long;
 * `detail` is its name).
 */
export const slotReasons = [
  'free',
  'outside-hours',
  'ends-after',
  'off-grid',
  'time-off',
  'away',
  'taken',
  'busy',
  'passed',
  'notice',
  'too-far',
  'day-full',
  'week-full',
  'closed',
  'elsewhere',
  'skipped',
  'calendar-stale',
] as const;
export type SlotReason = (typeof slotReasons)[number];

/**
 * `POST /calls/rules/preview`: the slots that the rules would give within the next 14 days; nothing is stored. Where
 * there are none, `reasons` says what is in the way of the times that the hours give, the most frequent first.
 */
export const callRulesPreview = z.object({ slots: z.array(instant), reasons: z.array(z.enum(slotReasons)) });
export type CallRulesPreview = z.infer<typeof callRulesPreview>;

/** `GET /calls/why?day=2026-11-30&time=14:00`: wall clock of the practice; every reason that applies, or only `free` */
export const whyQuery = z.strictObject({ day, time: wallTime });
export const whySlot = z.object({
  starts: instant.nullable(),
  reasons: z.array(z.object({ reason: z.enum(slotReasons), detail: z.string().nullable() })).min(1),
});
export type WhySlot = z.infer<typeof whySlot>;

/**
 * How an action on calls ended. `changed`: it was moved or cancelled meanwhile; `gone`: it was deleted; `taken`: a call
 * or its buffer, or time off is there; `refused`: `reason` says why in a sentence.
 */
export const callOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['done', 'changed', 'gone']) }),
  z.object({ status: z.literal('taken'), by: z.enum(['call', 'time-off']) }),
  z.object({ status: z.literal('refused'), reason: z.string() }),
]);
export type CallOutcome = z.infer<typeof callOutcome>;
/** Of all that follow, and of saving the rules */
export const callOutcomeResponse = z.object({ outcome: callOutcome });

/**
 * `POST /calls`: the counsellor adds a call by hand. Notice, limits, hours and her other calendars do not count for
 * her; other calls do. `notify`: the person gets the confirmation (needs `email`). `nonce` makes a second attempt the
 * same. A call by phone needs a number.
 */
export const addCallRequest = z
  .strictObject({
    channel: z.enum(callChannels),
    starts: instant,
    name: line(callLimits.name),
    email: emailAddress.nullable(),
    phone: optionalText({ max: callLimits.phone.max }),
    notify: z.boolean(),
    nonce,
  })
  .refine(({ channel, phone }) => channel !== 'phone' || phone !== null, {
    path: ['phone'],
    error: 'missing',
  });
export type AddCallRequest = z.output<typeof addCallRequest>;

/** `POST /calls/:number/move`: to another time, with or without an email */
export const moveCallRequest = z.strictObject({ version, starts: instant, notify: z.boolean() });

/** `POST /calls/:number/cancel`: with or without an email; `message` is added to the email */
export const cancelCallRequest = z.strictObject({
  version,
  notify: z.boolean(),
  message: optionalText({ max: 1_000 }),
});

/** `POST /calls/blocks`: adds time off or an opening. Calls that are booked in time off stay; she is told of them. */
export const addCallBlockRequest = z
  .strictObject({
    kind: z.enum(callBlockKinds),
    starts: instant,
    ends: instant,
    note: optionalText({ max: 200 }),
    nonce,
  })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], error: 'ends-before-start' });
export type AddCallBlockRequest = z.output<typeof addCallBlockRequest>;
/** Its response: the calls that are booked in the time off that was just added */
export const addedCallBlock = z.object({ outcome: callOutcome, calls: z.array(listedCall) });
export type AddedCallBlock = z.infer<typeof addedCallBlock>;

/** `POST /calls/blocks/:number/delete` has no body. */
