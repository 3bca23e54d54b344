import type { Attachment, EmailMessage, Paragraph } from '#src/api/email/email-message';

/** Who it goes to and their private link. Subjects name no workshop: telephones lie on tables. */
interface ToParticipant {
  to: string;
  /** The private link. */
  own: string;
}

/** What a participant has to know to come. */
export interface WorkshopDetails {
  title: string;
  /** Each session in words, with its zone. */
  sessions: readonly string[];
  /** Where it is; null when it is online only. */
  venue: string | null;
  mapUrl: string | null;
  joining: string | null;
}

const because = 'You get this because this address was given for a place at a workshop.';
const ownLink = (own: string, says: string): Paragraph => ({ link: own, says });

const facts = ({ title, sessions, venue, mapUrl, joining }: WorkshopDetails): Paragraph[] => [
  [title, ...sessions, ...(venue === null ? [] : [venue])].join('\n'),
  ...(mapUrl === null ? [] : [{ link: mapUrl, says: 'Where that is' }]),
  ...(joining === null ? [] : ['How to join:', { quote: joining }]),
];

/**
 * Asks whether it was they who registered. Names no title: whoever gets it by mistake learns nothing of anybody.
 * `until` in words.
 */
export const confirmRegistration = ({
  to,
  confirm,
  reserved: answer,
  until,
}: {
  to: string;
  confirm: string;
  reserved: 'seat' | 'waitlist';
  until: string;
}): EmailMessage => ({
  to,
  subject: 'Please confirm your place',
  paragraphs: [
    answer === 'seat'
      ? `Somebody gave this address to take a place at a workshop of ours. If that was you, please confirm it by ${until}; until then we hold the place for you:`
      : `Somebody gave this address to join the waitlist of a workshop of ours. If that was you, please confirm it by ${until}:`,
    { link: confirm, says: 'Yes, that was me' },
    'If it wasn’t you, you need do nothing: without your confirmation nothing else will come.',
  ],
  because,
});

/** Somebody registered once more with an address that is registered already; only its owner is told so. */
export const alreadyRegistered = ({ to, own }: ToParticipant): EmailMessage => ({
  to,
  subject: 'You are on the list already',
  paragraphs: [
    'Somebody has just registered with this address, which is on our list for that workshop already. Nothing has changed, and you need do nothing.',
    ownLink(own, 'See where you stand (this link is yours alone)'),
  ],
  because,
});

interface WithPlace extends ToParticipant {
  details: WorkshopDetails;
  attachments: readonly Attachment[];
}

/** The place is theirs: everything they need. `price` and `howToPay` null when there is nothing to pay. */
export const placeGiven = ({
  to,
  own,
  details,
  attachments,
  price,
  howToPay,
}: WithPlace & { price: string | null; howToPay: string | null }): EmailMessage => ({
  to,
  subject: 'Your place',
  paragraphs: [
    'Your place is confirmed. We look forward to meeting you.',
    ...facts(details),
    ...(price === null ? [] : [`The price is ${price}.`]),
    ...(price === null || howToPay === null ? [] : [howToPay]),
    ownLink(own, 'Change what you need, or give your place back if you can’t come (this link is yours alone)'),
  ],
  because,
  attachments,
});

export const onTheWaitlist = ({ to, own }: ToParticipant): EmailMessage => ({
  to,
  subject: 'You are on the waitlist',
  paragraphs: [
    'You are on the waitlist. When a place becomes free for you, we write to you and hold it for a while, so that you have time to decide.',
    ownLink(own, 'See where you stand, or leave the waitlist (this link is yours alone)'),
  ],
  because,
});

/** `until` in words, with its zone. */
export const placeOffered = ({ to, own, until }: ToParticipant & { until: string }): EmailMessage => ({
  to,
  subject: 'A place has become free',
  paragraphs: [
    `A place has become free, and it is held for you until ${until}.`,
    ownLink(own, 'Take it, or pass it on to the next person'),
    'If we hear nothing by then, it is offered to the next person. You need not explain anything.',
  ],
  because,
});

export const offerIsOver = ({ to, own }: ToParticipant): EmailMessage => ({
  to,
  subject: 'The place was passed on',
  paragraphs: [
    'The place that we held for you has been offered to the next person now. That is quite all right. If you would still like to come, you can register again.',
    ownLink(own, 'See the workshop'),
  ],
  because,
});

/** `ahead`: `a week` or `a day` before a session. */
export const reminder = ({
  to,
  own,
  details,
  ahead,
}: ToParticipant & { details: WorkshopDetails; ahead: 'week' | 'day' }): EmailMessage => ({
  to,
  subject: ahead === 'week' ? 'A week to go' : 'See you soon',
  paragraphs: [
    ahead === 'week' ? 'In a week we meet:' : 'This is nearly the day:',
    ...facts(details),
    ownLink(own, 'Change what you need, or give your place back if you can’t come'),
  ],
  because,
});

/** The date or the place is another one now. */
export const workshopChanged = ({ to, own, details, attachments }: WithPlace): EmailMessage => ({
  to,
  subject: 'Something has changed',
  paragraphs: [
    'The date or the place of a workshop that you are registered for has changed. This is how it is now:',
    ...facts(details),
    ownLink(own, 'If you can’t come any more, give your place back'),
  ],
  because,
  attachments,
});

/** The counsellor called the workshop off. `words` are hers. */
export const calledOff = ({
  to,
  own,
  title,
  words,
  attachments,
}: ToParticipant & { title: string; words: string | null; attachments: readonly Attachment[] }): EmailMessage => ({
  to,
  subject: 'It has been called off',
  paragraphs: [
    `We are sorry: this workshop will not take place.\n${title}`,
    ...(words === null ? [] : [{ quote: words }]),
    ownLink(own, 'What we hold about you, and for how long'),
  ],
  because,
  attachments,
});

/** They gave their place back, or she took their name off the list. */
export const placeCancelled = ({
  to,
  own,
  attachments,
}: ToParticipant & { attachments: readonly Attachment[] }): EmailMessage => ({
  to,
  subject: 'You are off the list',
  paragraphs: [
    'You are off the list for this workshop, and your place is free for somebody else.',
    ownLink(own, 'See what that was about'),
  ],
  because,
  attachments,
});

/**
 * Afterwards, to those who came. `certificate`: it can be had behind the private link; `until` is the day on which that
 * ends, in words.
 */
export const thanksForComing = ({
  to,
  own,
  certificate,
  until,
}: ToParticipant & { certificate: boolean; until: string }): EmailMessage => ({
  to,
  subject: 'Thank you for coming',
  paragraphs: [
    'Thank you for having been there.',
    certificate
      ? `Your certificate is behind your private link until ${until}; then we delete what we hold about you.`
      : `What we hold about you is deleted on ${until}.`,
    ownLink(own, certificate ? 'Get your certificate' : 'See what we hold'),
  ],
  because,
});

/** Her own words, to some or all of them. `own` is null in the copy that she gets. */
export const fromTheCounsellor = ({
  to,
  own,
  subject,
  words,
}: {
  to: string;
  own: string | null;
  subject: string;
  words: string;
}): EmailMessage => ({
  to,
  subject,
  paragraphs: [
    ...words.split(/\n{2,}/),
    own === null ? 'Here stands the private link of each of them.' : ownLink(own, 'Your place'),
  ],
  because,
});
