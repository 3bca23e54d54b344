import { type EnquiryKind, enquiryKinds, type ReplyChannel, replyChannels } from 'shared';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** The contact form as it was filled in, valid or not. */
export interface TypedEnquiry {
  name: string;
  /** Empty while nothing was chosen. */
  channel: ReplyChannel | '';
  email: string;
  phone: string;
  mayLeaveMessage: boolean;
  goodTimes: string;
  /** The slug of a workshop, or empty. */
  workshop: string;
  text: string;
  consent: boolean;
}

/** The fields in the order of the page. */
export const enquiryFieldNames = [
  'name',
  'channel',
  'email',
  'phone',
  'goodTimes',
  'workshop',
  'text',
  'consent',
] as const;
export type EnquiryField = (typeof enquiryFieldNames)[number];

/** Returns the kind that a path names, such as `/contact/space`; null for any other. */
export const enquiryKind = (part: string): EnquiryKind | null =>
  part === '' ? 'enquiry' : (enquiryKinds.find((kind) => kind === part && kind !== 'enquiry') ?? null);

/** Returns the path of the form for a kind. */
export const contactPath = (kind: EnquiryKind): string => (kind === 'enquiry' ? '/contact' : `/contact/${kind}`);

/** @param about the slug of the workshop that the link to an empty form named */
export const typedEnquiry = (form: FormFields, about: string): TypedEnquiry => ({
  name: textField(form, 'name'),
  channel: replyChannels.find((channel) => channel === textField(form, 'channel')) ?? '',
  email: textField(form, 'email'),
  phone: textField(form, 'phone'),
  mayLeaveMessage: isTicked(form, 'mayLeaveMessage'),
  goodTimes: textField(form, 'goodTimes'),
  workshop: form.size === 0 ? about : textField(form, 'workshop'),
  text: textField(form, 'text'),
  consent: isTicked(form, 'consent'),
});

/** Returns how to answer: who chose nothing, and filled in one of the two, has said it. */
const channelOf = ({ channel, email, phone }: TypedEnquiry, kind: EnquiryKind): ReplyChannel | null => {
  if (kind === 'space') return 'email';
  if (channel !== '') return channel;
  const [hasEmail, hasPhone] = [email.trim() !== '', phone.trim() !== ''];
  if (hasEmail === hasPhone) return null;
  return hasEmail ? 'email' : 'phone';
};

/** Returns the form as the contract's schema takes it. */
export const toEnquiryInput = (kind: EnquiryKind, typed: TypedEnquiry) => ({
  ...typed,
  kind,
  channel: channelOf(typed, kind),
  workshop: typed.workshop === '' ? null : typed.workshop,
});
