import { type CallChannel, callChannels } from 'shared';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';
import { isShownZone } from '#shared/time-zones';
import { currentZoneName } from '#shared/zone-names';

/** Which free times a page shows: from a day such as `2026-12-01` on, in a zone (IANA); empty: the soonest, at home. */
export interface ShownTimes {
  from: string;
  zone: string;
}

/** The form for booking a call as it was filled in, valid or not. */
export interface TypedCall {
  /** Empty while nothing was chosen. */
  channel: CallChannel | '';
  starts: string;
  name: string;
  email: string;
  phone: string;
  mayLeaveVoicemail: boolean;
  voicemailName: string;
}

/** The fields in the order of the page. */
export const callFieldNames = ['channel', 'starts', 'name', 'email', 'phone', 'voicemailName'] as const;
export type CallField = (typeof callFieldNames)[number];

const day = /^\d{4}-\d\d-\d\d$/;

/** Returns which times to show. `show` is the name of the buttons that lead to other times, and their value the day. */
export function shownTimes(given: { form: FormFields | undefined; from: string; zone: string }): ShownTimes {
  const { form } = given;
  const from = form ? textField(form, form.has('show') ? 'show' : 'from') : given.from;
  const zone = form ? textField(form, 'zone') : given.zone;
  return { from: day.test(from) ? from : '', zone: isShownZone(zone) ? currentZoneName(zone) : '' };
}

/** Returns a start in the only spelling that the CMS uses; anything else as it is. */
export const typedStart = (form: FormFields): string => {
  const typed = textField(form, 'starts');
  const moment = Date.parse(typed);
  return /^\d{4}-\d\d-\d\dT/.test(typed) && !Number.isNaN(moment) ? new Date(moment).toISOString() : '';
};

/** @param channels those that are offered: a single one needs no choice */
export const typedCall = (form: FormFields, channels: readonly CallChannel[]): TypedCall => ({
  channel:
    channels.length === 1
      ? (channels[0] ?? '')
      : (callChannels.find((channel) => channel === textField(form, 'channel')) ?? ''),
  starts: typedStart(form),
  name: textField(form, 'name'),
  email: textField(form, 'email'),
  phone: textField(form, 'phone'),
  mayLeaveVoicemail: isTicked(form, 'mayLeaveVoicemail'),
  voicemailName: textField(form, 'voicemailName'),
});

/** Returns the form as the contract's schema takes it. */
export const toCallInput = (typed: TypedCall, timeZone: string) => ({
  ...typed,
  channel: typed.channel === '' ? null : typed.channel,
  starts: typed.starts === '' ? null : typed.starts,
  timeZone,
});
