import { type CallChannel, sessionWords, zoneWords } from 'shared';
import { aboutCall } from '#src/api/call/call-rows';
import { defineEmail, type EmailDefinition } from '#src/api/email/define-email';
import type { Attachment, EmailContent, Paragraph, SendingPractice } from '#src/api/email/email-message';

/*
 * Emails about a call to whoever has booked it. Somebody else may see the screen, and an address may be mistyped: the
 * subjects say “call” and no more, and no email contains a name or a phone number.
 */

/** What every one of them is made from. */
export interface ToReader {
  to: string;
  number: number;
  /** Of the call: each version gets an email of a kind at most. */
  version: number;
  channel: CallChannel;
  /** ISO instants. */
  starts: string;
  ends: string;
  /** The reader's zone. */
  timeZone: string;
  practice: SendingPractice;
}

interface WithLink extends ToReader {
  privateLink: string;
}

interface WithDetails extends WithLink {
  /** How to join online; null by phone, and if nothing is entered. */
  joining: string | null;
  attachments: readonly Attachment[];
}

const because = 'You are receiving this because this address was given when the call was booked.';

const channelWords: Readonly<Record<CallChannel, string>> = { online: 'Online', phone: 'By phone' };

const timeLine = ({ starts, ends, timeZone }: Pick<ToReader, 'starts' | 'ends' | 'timeZone'>): string =>
  `${sessionWords({ starts, ends }, timeZone)}, ${zoneWords(starts, timeZone)}`;

const callLines = (data: ToReader): string => `${timeLine(data)}\n${channelWords[data.channel]}`;

const changeLink = ({ privateLink }: WithLink): Paragraph => ({
  link: privateLink,
  says: 'Choose another time, or cancel (this link is only for you)',
});

const howToJoin = ({ channel, joining }: WithDetails): Paragraph[] => {
  if (channel === 'phone') return ['We will ring you at that time, at the number that you gave.'];
  if (joining === null) return ['We will send you how to join before the call.'];
  return ['How to join:', { quote: joining }];
};

interface Booked extends WithDetails {
  bookedBy: 'reader' | 'counsellor';
}

const bookedEmail = (data: Booked): EmailContent => ({
  subject: 'Your call is booked',
  paragraphs: [
    data.bookedBy === 'reader' ? 'Thank you. Your call is booked:' : 'As we agreed, a call is booked for you:',
    callLines(data),
    ...howToJoin(data),
    changeLink(data),
    data.bookedBy === 'reader'
      ? 'If you didn’t book this, you can ignore this email.'
      : 'If you don’t know of this call, please cancel it there.',
  ],
  because,
  attachments: data.attachments,
});

const reminderEmail = (data: WithLink): EmailContent => ({
  subject: 'Your call is coming up',
  paragraphs: [
    'This is a reminder of your call:',
    callLines(data),
    data.channel === 'phone'
      ? 'We will ring you at that time, at the number that you gave.'
      : 'How to join is in the email that you got when the time was booked.',
    changeLink(data),
  ],
  because,
});

interface Moved extends WithDetails {
  movedBy: 'reader' | 'counsellor';
}

const movedEmail = (data: Moved): EmailContent => ({
  subject: 'Your call has changed',
  paragraphs: [
    data.movedBy === 'reader'
      ? 'Your call has been changed as you asked. It is now:'
      : 'We had to move your call, and we are sorry. It is now:',
    callLines(data),
    ...howToJoin(data),
    changeLink(data),
    ...(data.movedBy === 'reader' ? [] : ['If this time doesn’t suit you, please choose another there.']),
    'If another time is in your calendar, please delete it there.',
  ],
  because,
  attachments: data.attachments,
});

interface Cancelled extends ToReader {
  cancelledBy: 'reader' | 'counsellor';
  /** What the counsellor wrote to the reader; null if nothing. */
  message: string | null;
  /** The page on which calls are booked. */
  bookingPage: string;
  attachments: readonly Attachment[];
}

const cancelledEmail = (data: Cancelled): EmailContent => ({
  subject: 'Your call has been cancelled',
  paragraphs: [
    data.cancelledBy === 'reader'
      ? `The call on ${timeLine(data)}, has been cancelled. If it is in your calendar, please delete it there.`
      : `We are sorry: the call on ${timeLine(data)}, can’t take place. If it is in your calendar, please delete it there.`,
    ...(data.message === null ? [] : [{ quote: data.message }]),
    { link: data.bookingPage, says: 'Book another time' },
  ],
  because,
  attachments: data.attachments,
});

type ReaderEmail<Data> = Omit<EmailDefinition<Data & { to: string }>, 'about' | 'idempotencyKey'>;

const readerEmail = <Data extends ToReader>({ template, ...definition }: ReaderEmail<Data>) =>
  defineEmail<Data>({
    ...definition,
    template: (data) => ({ ...template(data), practice: data.practice }),
    about: ({ number }) => aboutCall({ id: number }),
    idempotencyKey: ({ number, version }) => `${number}:${version}`,
  });

const startOf = ({ starts }: ToReader): Date => new Date(starts);
const endOf = ({ ends }: ToReader): Date => new Date(ends);

const sample: ToReader = {
  to: 'robin@example.org',
  number: 1234567,
  version: 1,
  channel: 'online',
  starts: '2027-03-30T09:00:00.000Z',
  ends: '2027-03-30T09:25:00.000Z',
  timeZone: 'Europe/London',
  practice: { name: 'Quiet Room Counselling', email: 'hello@quiet-room.example', address: null },
};
const attachments = [{ name: 'call.ics', type: 'text/calendar; charset=utf-8; method=PUBLISH', content: '' }];
const linked = { ...sample, privateLink: 'https://example.org/your-call/1234567.1.sample' };
const online = { ...linked, joining: 'https://meet.example.org/quiet-room\nNo account is needed.', attachments };
const phone = { ...linked, channel: 'phone', joining: null, timeZone: 'America/New_York', attachments } as const;
const cancelled = { ...sample, message: null, bookingPage: 'https://example.org/book', attachments };

export const readerEmails = {
  booked: readerEmail<Booked>({
    kind: 'call-booked',
    template: bookedEmail,
    expiresAt: endOf,
    samples: [
      { ...online, bookedBy: 'reader' },
      { ...phone, bookedBy: 'reader' },
      { ...online, joining: null, bookedBy: 'counsellor' },
    ],
  }),
  reminder: readerEmail<WithLink>({
    kind: 'call-reminder',
    template: reminderEmail,
    expiresAt: startOf,
    samples: [linked, { ...linked, channel: 'phone' }],
  }),
  moved: readerEmail<Moved>({
    kind: 'call-moved',
    template: movedEmail,
    expiresAt: endOf,
    samples: [
      { ...online, movedBy: 'reader' },
      { ...phone, movedBy: 'counsellor' },
    ],
  }),
  cancelled: readerEmail<Cancelled>({
    kind: 'call-cancelled',
    template: cancelledEmail,
    expiresAt: endOf,
    samples: [
      { ...cancelled, cancelledBy: 'reader' },
      { ...cancelled, cancelledBy: 'counsellor', message: 'I am ill. Please take care.' },
    ],
  }),
};
