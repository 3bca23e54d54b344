import { dayWords, momentWords, type Session, sessionWords, zoneWords } from 'shared';
import type { Attachment, EmailContent, Paragraph, SendingPractice } from '#src/api/email/email-message';

/** What every email to a participant is made from. */
export interface ToParticipant {
  to: string;
  registrationId: number;
  registrationVersion: number;
  privateLink: string;
  timeZone: string;
  /** Whether the recipient may be in another time zone. */
  namesZone: boolean;
  workshopStarts: Date;
  workshopEnds: Date;
  practice: SendingPractice;
}

/** What a participant needs to know in order to come. */
export interface WorkshopDetails {
  title: string;
  /** Each session in words, with its time zone where it is named. */
  sessions: readonly string[];
  /** Null when the workshop is online only. */
  venue: string | null;
  mapUrl: string | null;
  joining: string | null;
}

/** Returns a session in one line, with its time zone where participants may be in another. */
export const sessionLine = (session: Session, timeZone: string, namesZone: boolean): string =>
  [sessionWords(session, timeZone), ...(namesZone ? [zoneWords(session.starts, timeZone)] : [])].join(', ');

/** Subjects name no workshop, because phones show them on the lock screen. */
export const because =
  'You are receiving this email because this address was given for a place at one of our workshops.';

export const privateLinkTo = ({ privateLink }: Pick<ToParticipant, 'privateLink'>, label: string): Paragraph => ({
  link: privateLink,
  says: `${label} (this link is only for you)`,
});

export const detailParagraphs = ({ title, sessions, venue, mapUrl, joining }: WorkshopDetails): Paragraph[] => [
  [title, ...sessions, ...(venue === null ? [] : [venue])].join('\n'),
  ...(mapUrl === null ? [] : [{ link: mapUrl, says: 'Show the venue on a map' }]),
  ...(joining === null ? [] : ['How to join:', { quote: joining }]),
];

const momentIn = (moment: Date, { timeZone, namesZone }: Pick<ToParticipant, 'timeZone' | 'namesZone'>): string =>
  momentWords(moment.toISOString(), timeZone, namesZone);

export interface ConfirmPlace extends ToParticipant {
  confirmLink: string;
  reserved: 'seat' | 'waitlist';
  until: Date;
  sentAt: Date;
  /** In words; null when there is nothing to pay. */
  price: string | null;
}

/**
 * Names no workshop: someone who receives this by mistake learns nothing about anybody. Shows nothing that was typed,
 * because anybody can type anybody's address; when it was sent, and at which price, tells several of them apart.
 */
export const confirmPlaceEmail = (data: ConfirmPlace): EmailContent => {
  const until = momentIn(data.until, data);
  const isSeat = data.reserved === 'seat';
  return {
    subject: 'Please confirm your place',
    paragraphs: [
      isSeat
        ? `Someone used this address to register for one of our workshops. If it was you, please confirm by ${until}. We will hold your place until then.`
        : `Someone used this address to join the waitlist for one of our workshops. If it was you, please confirm by ${until}. If a place is free then, it is yours at once.`,
      `The form was sent on ${momentIn(data.sentAt, data)}${data.price === null ? '' : `, with the price ${data.price}`}.`,
      { link: data.confirmLink, says: isSeat ? 'Confirm my place' : 'Confirm my place on the waitlist' },
      'If it wasn’t you, you can say so on the same page, and the registration is cancelled at once. If you do nothing, it lapses by itself. Either way, we won’t email you about it again.',
    ],
    because,
  };
};

export interface AlreadyRegistered extends ToParticipant {
  /** The day of the new attempt (UTC), such as `2027-02-01`: one email a day is enough. */
  day: string;
}

/** Goes to the owner of an address that is registered already; the form itself never says so. */
export const alreadyRegisteredEmail = (data: ToParticipant): EmailContent => ({
  subject: 'You are already on the list',
  paragraphs: [
    'Someone has just used this address to register for a workshop. You are already on the list for it, so nothing has changed and you don’t need to do anything.',
    privateLinkTo(data, 'See your registration'),
  ],
  because,
});

export interface WithAttachments extends ToParticipant {
  attachments: readonly Attachment[];
}

export interface WithDetails extends WithAttachments {
  details: WorkshopDetails;
}

export interface PlaceConfirmed extends WithDetails {
  /** Null when there is nothing to pay. */
  price: string | null;
  howToPay: string | null;
}

export const placeConfirmedEmail = (data: PlaceConfirmed): EmailContent => ({
  subject: 'Your place is confirmed',
  paragraphs: [
    'Your place is confirmed. We look forward to meeting you.',
    ...detailParagraphs(data.details),
    ...(data.price === null ? [] : [`The price is ${data.price}.`]),
    ...(data.price === null || data.howToPay === null ? [] : [data.howToPay]),
    privateLinkTo(data, 'Change your access needs, or cancel your place if you can’t come'),
  ],
  because,
  attachments: data.attachments,
});

export const waitlistJoinedEmail = (data: ToParticipant): EmailContent => ({
  subject: 'You are on the waitlist',
  paragraphs: [
    'You are on the waitlist. If a place becomes free for you, we will email you and hold it for a while, so that you have time to decide.',
    privateLinkTo(data, 'See where you are on the waitlist, or leave it'),
  ],
  because,
});

export const seatOfferedEmail = (data: ToParticipant & { until: Date }): EmailContent => ({
  subject: 'A place has become free',
  paragraphs: [
    `A place has become free, and we are holding it for you until ${momentIn(data.until, data)}.`,
    privateLinkTo(data, 'Accept the place, or pass it on to the next person'),
    'If we don’t hear from you by then, we will offer it to the next person. You don’t need to give a reason.',
  ],
  because,
});

export const offerExpiredEmail = (data: ToParticipant): EmailContent => ({
  subject: 'Your place has been passed on',
  paragraphs: [
    'The place that we were holding for you has now been offered to the next person. You don’t need to do anything. If you would still like to come, you are welcome to register again.',
    privateLinkTo(data, 'See the workshop'),
  ],
  because,
});

export interface Reminder extends ToParticipant {
  details: WorkshopDetails;
  /** The start of the session, so that a new date is reminded of again. */
  session: string;
  expiresAt: Date;
}

const reminderEmail = (subject: string, opening: string) => (data: Reminder) => ({
  subject,
  paragraphs: [
    opening,
    ...detailParagraphs(data.details),
    privateLinkTo(data, 'Change your access needs, or cancel your place if you can’t come'),
  ],
  because,
});

export const weekReminderEmail = reminderEmail('Your workshop is a week away', 'We will see you in about a week:');
export const dayReminderEmail = reminderEmail('Your workshop starts soon', 'We will see you very soon:');

export interface ThankYou extends ToParticipant {
  hasCertificate: boolean;
  /** The day on which the registration is deleted, such as `2027-04-12`. */
  deletedOn: string;
  notBefore: Date;
}

export const thankYouEmail = (data: ThankYou): EmailContent => {
  const deletedOn = dayWords(`${data.deletedOn}T12:00:00.000Z`, 'Etc/UTC');
  return {
    subject: 'Thank you for coming',
    paragraphs: [
      'Thank you for coming to our workshop.',
      data.hasCertificate
        ? `You can download your certificate with your private link until ${deletedOn}. On that day, we will delete what we store about you.`
        : `We will delete what we store about you on ${deletedOn}.`,
      privateLinkTo(data, data.hasCertificate ? 'Get your certificate' : 'See what we store about you'),
    ],
    because,
  };
};

export interface CounsellorMessage {
  to: string;
  /** A registration, or for the counsellor's own copy the workshop. */
  about: string;
  /** Null in the counsellor's own copy. */
  privateLink: string | null;
  practice: SendingPractice;
  subject: string;
  text: string;
  /** One sending, and within it one recipient. */
  idempotencyKey: string;
}

/** What the counsellor wrote, with each participant's private link. */
export const counsellorMessageEmail = ({ privateLink, subject, text }: CounsellorMessage): EmailContent => ({
  subject,

  paragraphs: [
    ...text.split(/\n{2,}/),
    privateLink === null
      ? 'In each participant’s email, their private link appears here.'
      : privateLinkTo({ privateLink }, 'See your registration'),
  ],
  because,
});
