import { z } from 'zod';
import { emailAddress, maxAddressCharacters } from '../email-address.js';
import { containsPhoneNumber } from '../phone-number.js';
import { commentNumber, nonce, senderNetwork } from './comments.js';
import { day, instant, one } from './envelope.js';
import { line, optionalText } from './free-text.js';

/** How counsellor and reader talk in an introductory call. */
export const callChannels = ['online', 'phone'] as const;
export type CallChannel = (typeof callChannels)[number];

/** Lengths in characters (code points). */
export const callLimits = {
  name: { min: 1, max: 100 },
  email: maxAddressCharacters,
  phone: { max: 40 },
  voicemailName: { max: 100 },
} as const;

/** How many calls that are still to come one email address can have. */
export const maxOpenCalls = 2;

/** How often the reader can move one call. */
export const maxCallMoves = 5;

/** The error codes of fields: the `message` of each issue of the schemas below. */
export const callErrorCodes = [
  'missing',
  'too-short',
  'too-long',
  'not-an-address',
  'not-a-number',
  'no-such-channel',
  'no-such-time',
] as const;
export type CallErrorCode = (typeof callErrorCodes)[number];

const knownZones = new Map<string, boolean>();

/** Returns whether a name is that of a time zone which this process knows. */
export const isTimeZone = (name: string): boolean => {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  let isKnown = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name);
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
  } catch {
    isKnown = false;
  }
  if (knownZones.size < 1_000) knownZones.set(name, isKnown);
  return isKnown;
};

/** An IANA time zone, such as `Europe/London`. */
export const timeZone = z.string().refine(isTimeZone, { error: 'no-such-zone' });

const startOfCall = z.string({ error: 'missing' }).pipe(z.iso.datetime({ error: 'no-such-time' }));

/** The fields of the form as they were typed, in its order; what the channel does not ask for is ignored. */
const typedFields = z.object({
  channel: z.enum(callChannels, { error: 'missing' }).nullable(),
  /** The start of the slot, in UTC; null while none was chosen. */
  starts: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mayLeaveVoicemail: z.boolean(),
  voicemailName: z.string().nullable(),
  /** The reader's zone, which times were shown in and emails use. */
  timeZone,
});
type TypedCall = z.output<typeof typedFields>;

/** What a reader sends to book a call: what the channel does not ask for is null or false. */
export interface CallForm {
  channel: CallChannel;
  starts: string;
  name: string;
  email: string;
  /** Set if the channel is `phone`, as it was typed. */
  phone: string | null;
  mayLeaveVoicemail: boolean;
  /** The name to use on a voicemail; null where none may be left, or the reader's own name will do. */
  voicemailName: string | null;
  timeZone: string;
}

const phoneNumber = line({ min: 1, max: callLimits.phone.max }).refine(
  (number) => number === '' || containsPhoneNumber(number),
  { error: 'not-a-number' },
);

const fieldsFor = ({ channel, mayLeaveVoicemail }: TypedCall) => {
  const isPhone = channel === 'phone';
  const nothing = z.unknown().transform(() => null);
  return z.object({
    channel: z
      .unknown()
      .transform(() => channel)
      .pipe(z.enum(callChannels, { error: 'missing' })),
    starts: startOfCall,
    name: line(callLimits.name),
    email: emailAddress,
    phone: isPhone ? phoneNumber : nothing,
    mayLeaveVoicemail: z.unknown().transform(() => isPhone && mayLeaveVoicemail),
    voicemailName:
      isPhone && mayLeaveVoicemail
        ? optionalText(callLimits.voicemailName).transform((name) => name?.replace(/\s+/gu, ' ') ?? null)
        : nothing,
    timeZone: z.string(),
  });
};

/** Checks the fields that the channel asks for, all at once, so that every error is reported. */
const forChannel = (typed: TypedCall, context: z.core.$RefinementCtx): CallForm => {
  const parsed = fieldsFor(typed).safeParse(typed);
  for (const { path, message } of parsed.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  return parsed.success ? parsed.data : z.NEVER;
};

/** A complete and valid form. */
export const callForm = typedFields.transform(forChannel);

/** What the site sends: the form, its nonce, and the sender's network. */
export const callRequest = typedFields
  .extend({ nonce, network: senderNetwork })
  .transform(({ nonce, network, ...typed }, context) => ({ ...forChannel(typed, context), nonce, network }));
export type CallRequest = z.output<typeof callRequest>;

/** The secret part of a call's private link: its number, the version of the link, and a MAC. */
export const callToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.[A-Za-z0-9_-]{43}$/);

/** A start that can be booked now; how long a call takes is the same for all. */
export const slot = instant;

/**
 * What can be booked now. `state`: `open`; `elsewhere`: at the practice's own booking address; `closed`: no calls are
 * taken at the moment. `slots`: the starts that are free, soonest first, within the time that the practice looks ahead;
 * empty unless `open`. `timeZone` is where the counsellor works. `isCertain`: false while one of the counsellor's other
 * calendars could not be read, so that a slot may turn out to be taken when it is booked. `keepDays`: a call is deleted
 * so many days after it. `changesAt`: when time alone changes the response.
 */
export const callPage = z.object({
  state: z.enum(['open', 'elsewhere', 'closed']),
  channels: z.array(z.enum(callChannels)),
  minutes: z.int().min(5).max(120),
  timeZone: z.string(),
  noticeHours: z.int().min(0),
  slots: z.array(slot),
  isCertain: z.boolean(),
  keepDays: z.int().min(1),
  changesAt: instant.nullable(),
});
export type CallPage = z.infer<typeof callPage>;

/** GET /api/calls -> 200 */
export const callPageResponse = one(callPage);
export type CallPageResponse = z.infer<typeof callPageResponse>;

/** What was booked. `confirms`: an email with everything is on its way. */
export const bookedCall = z.object({
  number: commentNumber,
  token: callToken,
  channel: z.enum(callChannels),
  starts: instant,
  ends: instant,
  timeZone,
  confirms: z.boolean(),
});
export type BookedCall = z.infer<typeof bookedCall>;

/**
 * POST /api/calls -> 201, or 200 with the first response if the same was sent with that nonce before; 400
 * (`details.issues`); 409 if the slot is not free (any more), or no calls are taken; 429 if too much was booked for one
 * email address, by one network or altogether (`details.limit`). A form that was changed and sent again books another
 * call only if the first was not booked: who gets two confirmations would not know which one counts, so the first is
 * moved to the new time instead, and has what was typed last.
 */
export const bookedCallResponse = one(bookedCall);
export type BookedCallResponse = z.infer<typeof bookedCallResponse>;

/**
 * A call as its reader sees it through the private link. `phone` has only its last three digits: emails with the link
 * may reach a stranger. `mayChange`: it can be moved and cancelled now; `movesLeft`: how often it can be moved;
 * `cancelledBy` is set once it was cancelled; `deletedOn`: the day on which it is deleted by itself.
 */
export const privateCall = z.object({
  number: commentNumber,
  token: callToken,
  state: z.enum(['booked', 'cancelled', 'past']),
  channel: z.enum(callChannels),
  starts: instant,
  ends: instant,
  /** The reader's zone. */
  timeZone,
  name: z.string(),
  phone: z.string().nullable(),
  mayLeaveVoicemail: z.boolean(),
  cancelledBy: z.enum(['reader', 'counsellor']).nullable(),
  mayChange: z.boolean(),
  movesLeft: z.int().min(0),
  deletedOn: day,
});
export type PrivateCall = z.infer<typeof privateCall>;

/** POST /api/private-calls/look -> 200, or 404 for a wrong link, and for what was deleted */
export const privateCallResponse = one(privateCall);
export type PrivateCallResponse = z.infer<typeof privateCallResponse>;
/** Of `look`, `cancel` and `calendar` */
export const callCommand = z.strictObject({ token: callToken });

/**
 * POST /api/private-calls/move -> 200 with the moved call, also if it is at that time already; 404; 409 if the slot is
 * not free (any more), if the call cannot be moved (over, cancelled), or was moved too often.
 */
export const callMove = z.strictObject({ token: callToken, starts: instant });
export type CallMove = z.output<typeof callMove>;

/** POST /api/private-calls/cancel -> 200 with the cancelled call, also if it was before; 404; 409 once it has begun */

/** POST /api/private-calls/calendar -> 200 with an iCalendar file (RFC 5545, METHOD:PUBLISH); 404 */
export const callCalendarResponse = one(z.object({ file: z.string() }));

/** The secret part of the counsellor's own calendar feed: the version of the feed, and a MAC. */
export const callFeedToken = z.string().regex(/^\d{1,6}\.[A-Za-z0-9_-]{43}$/);

/** POST /api/call-feed -> 200 with an iCalendar file of all calls; 404 for a wrong or revoked token */
export const callFeedRequest = z.strictObject({ token: callFeedToken });
export const callFeedResponse = one(z.object({ file: z.string() }));
