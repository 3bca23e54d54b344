import {
  type CallBlockKind,
  type CallChannel,
  type CallOutcome,
  type CallRules,
  isoDay,
  type ListedCall,
  type NextCalls,
  type SlotReason,
  timeWords,
} from 'shared';
import { namesLabel, pluralise } from '#src/admin/components/labels';
import { dayHeading, dayLabel } from './call-times';

type Labels<Key extends string> = Readonly<Record<Key, string>>;

export const channelLabels: Labels<CallChannel> = { online: 'Online', phone: 'By phone' };

export const blockLabels: Labels<CallBlockKind> = { 'time-off': 'Time off', opening: 'Extra opening' };

/** `2pm to 2:25pm`. */
export const hoursLabel = ({ starts, ends }: Pick<ListedCall, 'starts' | 'ends'>, timeZone: string): string =>
  `${timeWords(starts, timeZone)} to ${timeWords(ends, timeZone)}`;

/** `1 free time`, `5 free times`. */
export const freeLabel = (count: number): string => pluralise(count, 'free time');

/** `No free times`, `5 free times`, `1 free time, once you open booking`. */
export const previewLabel = (count: number, isOpen: boolean): string =>
  count === 0 ? 'No free times' : `${freeLabel(count)}${isOpen ? '' : ', once you open booking'}`;

/** `No calls`, `1 call`, `3 calls`. */
export const callsLabel = (count: number): string => (count === 0 ? 'No calls' : pluralise(count, 'call'));

/** Returns whether a voicemail is safe, and by what name; null where nobody is to be phoned. */
export const voicemailLabel = ({
  channel,
  addedManually,
  mayLeaveVoicemail,
  voicemailName,
}: Pick<ListedCall, 'channel' | 'addedManually' | 'mayLeaveVoicemail' | 'voicemailName'>): string | null => {
  if (channel !== 'phone') return null;
  if (addedManually) return 'You didn’t note whether a voicemail is safe: better not leave one';
  if (!mayLeaveVoicemail) return 'Please don’t leave a voicemail';
  return voicemailName === null ? 'You may leave a voicemail' : `You may leave a voicemail, as ${voicemailName}`;
};

/** Returns what became of a call; null of one that is still to come. */
export const stateLabel = ({ state, cancelledBy, isOver }: ListedCall): string | null => {
  if (state === 'cancelled') return cancelledBy === 'reader' ? 'Cancelled by them' : 'Cancelled by you';
  return isOver ? 'Over' : null;
};

/**
 * Returns how an action on calls ended, in sentences.
 *
 * @param done what to say if it succeeded
 * @param notDone the beginning of the sentence if it did not: `The call was not moved`
 */
export const describeOutcome = (outcome: CallOutcome, done: string, notDone: string): string => {
  switch (outcome.status) {
    case 'done':
      return done;
    case 'changed':
      return `${notDone}: it was moved or cancelled since you opened this page. Below you see it as it is now.`;
    case 'gone':
      return `${notDone}: it has been deleted.`;
    case 'taken':
      return outcome.by === 'call'
        ? `${notDone}: another call is in the way, with the breaks around it. Please choose another time.`
        : `${notDone}: you have time off then. Please choose another time, or delete the time off first.`;
    case 'refused':
      return `${notDone}. ${outcome.reason}`;
  }
};

/** Returns how saving the rules ended, in sentences. */
export const savedLabel = (outcome: CallOutcome, { isOpen }: Pick<CallRules, 'isOpen'>): string => {
  switch (outcome.status) {
    case 'done':
      return `Saved. ${isOpen ? 'People can book these times.' : 'Booking is closed.'} Calls that are booked stay as they are.`;
    case 'changed':
      return 'Nothing was saved: other hours or rules were saved since you opened this page. What you typed is still here.';
    case 'refused':
      return `Nothing was saved. ${outcome.reason}`;
    default:
      return 'Nothing was saved. Please try again.';
  }
};

interface Notified {
  name: string;
  email: string | null;
  notify: boolean;
}

const nobodyTold = ({ name, email }: Pick<Notified, 'name' | 'email'>): string =>
  email === null
    ? `There is no email address, so please tell ${name} yourself.`
    : `No email is sent, so please tell ${name} yourself.`;

/** Returns what somebody gets when their call is moved, in a sentence. */
export const moveNotice = (told: Notified): string =>
  told.notify && told.email !== null
    ? `${told.name} gets an email with the new time and a new calendar file.`
    : nobodyTold(told);

/** Returns what somebody gets when their call is cancelled, in a sentence. @param hasMessage it has a message in it */
export const cancelNotice = (told: Notified, hasMessage: boolean): string =>
  told.notify && told.email !== null
    ? `${told.name} gets an email that says that the call is cancelled${hasMessage ? ', with your message in it' : ''}.`
    : nobodyTold(told);

/** Returns what somebody gets when a call is added for them. @param name as typed so far */
export const addNotice = ({ name, email, notify }: Notified): string => {
  const who = name.trim() === '' ? 'this person' : name.trim();
  if (!notify || email === null || email.trim() === '') return `No email is sent, so please tell ${who} yourself.`;
  const begin = name.trim() === '' ? 'They get' : `${who} gets`;
  return `${begin} an email with the time, how to join, a calendar file, and a private link to move or cancel the call.`;
};

/** Returns what became of an opening. @param when such as `Monday 30 November, 2pm to 4pm` */
export const openedLabel = (when: string, canBook: boolean): string =>
  canBook ? `People can book calls on ${when}.` : `Added: ${when}. People can book calls then once you open booking.`;

/** Returns which calls are booked in time that was just blocked; null if there are none. */
export const bookedInLabel = (calls: readonly Pick<ListedCall, 'name'>[]): string | null => {
  if (calls.length === 0) return null;
  const names = namesLabel(calls.map(({ name }) => name));
  return calls.length === 1
    ? `The call with ${names} is booked in that time, and it stays. Move or cancel it if you can’t take it.`
    : `${calls.length} calls are booked in that time, and they stay: ${names}. Move or cancel those that you can’t take.`;
};

/** Returns why a reader can or can't book a time, in a sentence. @param detail as in the contract */
export const reasonLabel = (reason: SlotReason, detail: string | null, timeZone: string): string => {
  const nearest =
    reason === 'off-grid' && detail !== null ? ` The nearest one begins at ${timeWords(detail, timeZone)}.` : '';
  const calendar = detail === null ? 'One of your other calendars' : `Your calendar “${detail}”`;
  const labels: Labels<SlotReason> = {
    free: 'It is within your hours, and nothing is in the way.',
    'outside-hours': 'It is outside your weekly hours and extra openings.',
    'ends-after': 'The call would end after your hours.',
    'off-grid': `It is within your hours, but no call begins then.${nearest}`,
    'time-off': 'You have time off then.',
    away: 'You are away then, as you set it under “Your practice”.',
    taken: 'Another call is then, or too close to it.',
    busy: `${calendar} says that you are busy.`,
    passed: 'It has passed.',
    notice: 'That is less notice than you ask for.',
    'too-far': 'It is further ahead than people can book.',
    'day-full': 'That day has as many calls as you take in a day.',
    'week-full': 'That week has as many calls as you take in a week.',
    closed: 'Booking is closed. You can open it under “Hours and rules”.',
    elsewhere: 'People book at another address, which is set under “Your practice”.',
    skipped: 'The clocks go forward then and skip this time.',
    'calendar-stale': `${calendar} has not been read for too long. Nothing can be booked until it has been.`,
  };
  return labels[reason];
};

type Limits = Pick<CallRules, 'noticeHours' | 'horizonDays' | 'maxPerDay' | 'maxPerWeek'>;

/** Returns why hours give no free times, in a sentence. @param reasons what is in the way, the most frequent first */
export const noneLabel = (reasons: readonly SlotReason[], rules: Limits): string => {
  const words: Partial<Labels<SlotReason>> = {
    notice: `your notice of ${pluralise(rules.noticeHours, 'hour')}`,
    'too-far': `the ${pluralise(rules.horizonDays, 'day')} for which people can book ahead`,
    'time-off': 'your time off',
    away: 'your time away',
    taken: 'calls that are booked',
    busy: 'your other calendars',
    'day-full': `your limit of ${pluralise(rules.maxPerDay ?? 0, 'call')} a day`,
    'week-full': `your limit of ${pluralise(rules.maxPerWeek ?? 0, 'call')} a week`,
    'calendar-stale': 'a calendar that has not been read for too long',
  };
  const causes = reasons.flatMap((reason) => words[reason] ?? []);
  return causes.length === 0
    ? 'Your hours and extra openings give no times in these days.'
    : `Your hours give times, but none is free because of ${namesLabel(causes)}.`;
};

/** Returns the sentence above the reasons. @param when such as `Monday 30 November at 2pm` */
export const whyHeadline = (isFree: boolean, when: string): string =>
  isFree ? `People can book ${when}.` : `People can’t book ${when}:`;

/** `Today at 2pm`, `Tomorrow at 2pm`, `Monday 30 November at 2pm`. */
export const nextLabel = (starts: string, timeZone: string, nowMs: number): string => {
  const day = isoDay(starts, timeZone);
  const heading = dayHeading(day, isoDay(new Date(nowMs).toISOString(), timeZone));
  return `${heading === dayLabel(day) ? heading : heading.split(',')[0]} at ${timeWords(starts, timeZone)}`;
};

/** `today at 2pm, online`, `Monday 30 November at 2pm, by phone`. */
export const nextLine = (
  { starts, channel }: Pick<ListedCall, 'starts' | 'channel'>,
  timeZone: string,
  nowMs: number,
): string => {
  const when = nextLabel(starts, timeZone, nowMs).replace(/^To(?=day|morrow)/, 'to');
  return `${when}, ${channelLabels[channel].toLowerCase()}`;
};

/** Returns how many calls there are besides the next one; null if there are none. */
export const othersLabel = (
  { call, today, upcoming }: Pick<NextCalls, 'call' | 'today' | 'upcoming'>,
  isToday: boolean,
): string | null => {
  const others = upcoming - (call === null ? 0 : 1);
  const todays = Math.max(0, today - (isToday ? 1 : 0));
  if (others <= 0) return null;
  if (todays === 0) return `${pluralise(others, 'other call')} ${others === 1 ? 'is' : 'are'} booked after it.`;
  return todays === others
    ? `${pluralise(todays, 'more call')} today.`
    : `${pluralise(todays, 'more call')} today, and ${others - todays} later.`;
};
