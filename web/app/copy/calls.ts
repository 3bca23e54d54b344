import {
  type CallChannel,
  type CallErrorCode,
  callLimits,
  dayWords,
  momentWords,
  offsetOf,
  type PrivateCall,
  timeWords,
  zoneWords,
} from 'shared';
import type { CallField } from '~~/server/forms/handlers/typed-call';

const { name, phone, voicemailName } = callLimits;

const errorMessages: Record<CallField, Partial<Record<CallErrorCode, string>>> = {
  channel: {},
  starts: { missing: 'Choose a time', 'no-such-time': 'That time is no longer free. Please choose another one' },
  name: { 'too-long': `Your name must be ${name.max} characters or fewer` },
  email: {
    missing: 'Enter your email address',
    'not-an-address': 'Enter an email address in the correct format, like name@example.com',
    'too-long': 'Enter a shorter email address',
  },
  phone: {
    'not-a-number': 'Enter one phone number, like 07700 900123',
    'too-long': `Phone number must be ${phone.max} characters or fewer`,
  },
  voicemailName: { 'too-long': `The name to use on a voicemail must be ${voicemailName.max} characters or fewer` },
};
const fallbackMessages: Record<CallField, string> = {
  channel: 'Choose how you would like to talk',
  starts: 'Choose one of the free times',
  name: 'Enter the name that I should call you',
  email: 'Check the email address',
  phone: 'Enter your phone number',
  voicemailName: 'Check the name to use on a voicemail',
};

/** Returns what is wrong with a field of the form for a call and how to fix it, without a full stop. */
export const callErrorMessage = (field: CallField, error: CallErrorCode): string =>
  errorMessages[field][error] ?? fallbackMessages[field];

/** Returns how one can talk, as the end of a sentence: `online or by phone`. */
export const channelWords = (channels: readonly CallChannel[]): string =>
  channels.map((channel) => (channel === 'phone' ? 'by phone' : 'online')).join(' or ');

/** Returns what happens at the time of a call. */
export const howItBegins = (channel: CallChannel, counsellor: string | null): string =>
  channel === 'phone'
    ? `At that time, ${counsellor ?? 'I'} will call you on the number you gave.`
    : 'The email says how to join. You can leave your camera off.';

/** When a call is, for its reader. */
export interface WhenWords {
  /** `Tuesday 1 December 2026, 10am to 10:25am` */
  time: string;
  zone: string;
  /** The same moment where the counsellor is; null where the clocks show the same. */
  there: string | null;
}

/** @param practiceZone where the counsellor works; `timeZone` is the reader's */
export const whenWords = (
  { starts, ends, timeZone }: Pick<PrivateCall, 'starts' | 'ends' | 'timeZone'>,
  practiceZone: string,
): WhenWords => ({
  time: `${dayWords(starts, timeZone)}, ${timeWords(starts, timeZone)} to ${timeWords(ends, timeZone)}`,
  zone: zoneWords(starts, timeZone),
  there: offsetOf(starts, timeZone) === offsetOf(starts, practiceZone) ? null : momentWords(starts, practiceZone),
});

/** What nobody but its reader can do in a calendar: an entry that was added from a file stays as it was. */
export const ownCalendar = {
  moved: 'If the old time is in your calendar, please replace it there yourself.',
  cancelled: 'If it is in your calendar, please delete it there yourself.',
} as const;

/** Returns what a private page says after an action, by its `?done=` parameter. */
export const callDone = (done: string, counsellor: string | null): string | undefined => {
  const andShe = `and told ${counsellor ?? 'the counsellor'}`;
  const messages: Partial<Record<string, string>> = {
    moved: `Your call has been moved. We have sent you an email with the new time, ${andShe}. ${ownCalendar.moved}`,
    cancelled: `Your call has been cancelled. We have sent you an email that says so, ${andShe}. ${ownCalendar.cancelled}`,
  };
  return Object.hasOwn(messages, done) ? messages[done] : undefined;
};

/**
 * Returns the heading of the page after booking, which may be opened again later.
 *
 * @param call as it is now; null if that is not known, or not shown any more
 */
export function thanksTitle(call: Pick<PrivateCall, 'state'> | null): string {
  if (call === null) return 'Your call';
  return { booked: 'Your call is booked', cancelled: 'This call has been cancelled', past: 'This call is over' }[
    call.state
  ];
}

/** Returns what a private page says about a call as it stands. */
export function callStatus({ state, cancelledBy }: Pick<PrivateCall, 'state' | 'cancelledBy'>): string {
  if (state === 'past') return 'This call is over';
  if (state === 'booked') return 'Your call is booked';
  return cancelledBy === 'counsellor' ? 'This call was cancelled by the counsellor' : 'You cancelled this call';
}
