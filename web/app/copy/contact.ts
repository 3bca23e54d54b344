import {
  type ContactPage,
  type EnquiryErrorCode,
  type EnquiryKind,
  enquiryLimits,
  formatIn,
  type Practice,
} from 'shared';
import { formatDate } from '#shared/dates';
import type { EnquiryField } from '~~/server/forms/handlers/typed-enquiry';

const { name, phone, goodTimes, text } = enquiryLimits;

const errorMessages: Record<EnquiryField, Partial<Record<EnquiryErrorCode, string>>> = {
  name: { 'too-long': `Your name must be ${name.max} characters or fewer` },
  channel: { missing: 'Choose how you would like to be answered' },
  email: {
    missing: 'Enter your email address',
    'not-an-address': 'Enter an email address in the correct format, like name@example.com',
    'too-long': 'Enter a shorter email address',
  },
  phone: {
    missing: 'Enter your phone number',
    'not-a-number': 'Enter one phone number, like 0113 496 0142',
    'too-long': `Phone number must be ${phone.max} characters or fewer`,
  },
  goodTimes: { 'too-long': `Good times to call must be ${goodTimes.max} characters or fewer` },
  workshop: { 'no-such-workshop': 'Choose a workshop from the list: that one is no longer on it' },
  text: {
    missing: 'Write what it is about',
    'too-short': 'Write what it is about',
    'too-long': `What you write must be ${text.max.toLocaleString('en-GB')} characters or fewer`,
  },
  consent: { 'no-consent': 'Tick the box to let me keep your message, or leave the message empty' },
};
const fallbackMessages: Record<EnquiryField, string> = {
  name: 'Check your name',
  channel: 'Choose how you would like to be answered',
  email: 'Check the email address',
  phone: 'Check the phone number',
  goodTimes: 'Check the good times to call',
  workshop: 'Choose a workshop from the list',
  text: 'Check what you wrote',
  consent: 'Tick the box to let me keep your message',
};

/** Returns what is wrong with a field of the contact form and how to fix it, without a full stop. */
export const enquiryErrorMessage = (field: EnquiryField, error: EnquiryErrorCode): string =>
  errorMessages[field][error] ?? fallbackMessages[field];

/** What is said on the form for one kind of message. */
interface KindCopy {
  title: string;
  /** The link that leads to it from the other kinds. */
  link: string;
  /** What a private page says that it is about. */
  about: string;
  /** One or two sentences below the title. */
  intro: string;
  textLabel: string;
  textHint?: string;
  button: string;
}

const kindCopy: Record<EnquiryKind, KindCopy> = {
  enquiry: {
    title: 'Write to me',
    link: 'Ask about counselling, or anything else',
    about: 'Counselling, or anything else',
    intro: 'Ask me anything, or just leave a way to reach you. You don’t have to decide anything yet.',
    textLabel: 'Your message',
    textHint: 'You don’t need to tell me your story.',
    button: 'Send',
  },
  space: {
    title: 'Hear when I have space',
    link: 'Hear when I have space',
    about: 'Hearing when I have space',
    intro: 'Leave your email address, and I’ll send you one email when I have space for somebody new.',
    textLabel: '',
    button: 'Let me know',
  },
  workshop: {
    title: 'Ask about a workshop',
    link: 'Ask about a workshop',
    about: 'A workshop',
    intro: 'Ask me anything about a workshop: whether it is for you, how to get there, what it costs.',
    textLabel: 'Your question',
    button: 'Send',
  },
  'data-request': {
    title: 'Ask about your personal data',
    link: 'Ask for your personal data, or have it corrected or deleted',
    about: 'Your personal data',
    intro:
      'You can ask what I hold about you, and have it corrected or deleted. It is free, and I’ll answer within a month.',
    textLabel: 'What would you like?',
    textHint: 'For example: a copy of everything, or what should be corrected or deleted.',
    button: 'Send',
  },
  'data-complaint': {
    title: 'Complain about how your personal data was used',
    link: 'Complain about how your personal data was used',
    about: 'How your personal data was used',
    intro: 'I’ll acknowledge your complaint within 30 days, look into it without delay, and tell you the outcome.',
    textLabel: 'What happened?',
    textHint: 'Please say what you would like to happen, too.',
    button: 'Send',
  },
};

export const contactCopy = (kind: EnquiryKind): KindCopy => kindCopy[kind];

/** Returns a calendar day as people say it: `Tuesday 1 December`. */
export const formatPromisedDay = (day: string): string =>
  formatIn('Etc/UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(day)).replace(',', '');

/** Returns by when a message is answered; while the counsellor is away, also until when. */
export const replyPromise = ({ replyBy, awayUntil }: ContactPage, timeZone: string): string =>
  awayUntil === null
    ? `I’ll answer by ${formatPromisedDay(replyBy)}.`
    : `I’m away until ${formatDate(awayUntil, timeZone)}, and I’ll answer by ${formatPromisedDay(replyBy)}.`;

/** Returns what the counsellor herself says about being away; null while she is here, and where she says nothing. */
export const ownAwayWords = (page: ContactPage | null, practice: Pick<Practice, 'away'> | null): string | null =>
  page?.awayUntil ? (practice?.away?.message ?? null) : null;

/** What a private page says after an action, by its `?done=` parameter. */
export const messageDone: Partial<Record<string, string>> = {
  added: 'Thank you. What you added has been sent.',
  withdrawn: 'Your message and everything that belongs to it has been deleted.',
};
