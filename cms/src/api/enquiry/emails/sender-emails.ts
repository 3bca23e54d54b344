import { dayWords, type EnquiryKind } from 'shared';
import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent, Paragraph, SendingPractice } from '#src/api/email/email-message';
import { aboutEnquiry } from '#src/api/enquiry/enquiry-rows';

/** What every email to the sender of a message needs. */
interface ToSender {
  to: string;
  number: number;
  practice: SendingPractice;
}

const typedAddress =
  'You are receiving this because this address was typed into a contact form. If that wasn’t you, you don’t need to do anything.';

interface Received extends ToSender {
  kind: EnquiryKind;
  /** The promised day, such as `2026-12-01`; null where nothing was promised, or the law says by when. */
  replyBy: string | null;
  /** The address of the page that takes someone off the list; null for a message. */
  privateLink: string | null;
  /** The address of the help lines. */
  helpLink: string;
}

/** What the sender of a message is told to wait for. */
const promiseOf = ({ kind, replyBy }: Received): string => {
  if (kind === 'data-complaint')
    return 'You will hear within 30 days that it is being looked into, and then what came of it.';
  if (kind === 'data-request') return 'You will have an answer within a month.';
  return replyBy === null ? '' : `You will have an answer by ${dayWords(replyBy, 'Etc/UTC')}.`;
};

/**
 * Nothing of the message is repeated, and no link leads to it: whoever sees the screen, or has a mistyped address,
 * learns nothing of it. The page after sending has the private link.
 */
const receivedEmail = (data: Received): EmailContent => {
  const { kind, privateLink, helpLink, practice } = data;
  if (kind === 'space' && privateLink !== null)
    return {
      subject: 'You are on the list',
      paragraphs: [
        'Thank you. You will get one email when there is space, and then your address is deleted. If that takes longer than three months, it is deleted without an email.',
        { link: privateLink, says: 'Take yourself off the list' },
      ],
      because: typedAddress,
      practice,
    };
  return {
    subject: 'We have your message',
    paragraphs: [
      `Thank you. Your message has arrived. ${promiseOf(data)}`.trim(),
      'To add something, reply to this email. If you would like to talk to someone before that, there is help day and night:',
      { link: helpLink, says: 'Help now' },
    ],
    because: typedAddress,
    practice,
  };
};

interface Reply extends ToSender {
  text: string;
  /** What is answered; null if no text was sent. */
  quoted: string | null;
  /** The day on which that was sent, such as `2026-11-27`. */
  sentOn: string;
  /** The idempotency key of the form that it was written in. */
  nonce: string;
}

/** Paragraphs as they were typed, with an empty line between them. */
const paragraphsOf = (text: string): Paragraph[] => text.trim().split(/\n{2,}/);

const replyEmail = ({ text, quoted, sentOn, practice }: Reply): EmailContent => ({
  subject: 'A reply to your message',
  paragraphs: [
    ...paragraphsOf(text),
    ...(quoted === null ? [] : [`On ${dayWords(sentOn, 'Etc/UTC')}, you wrote:`, { quote: quoted }]),
  ],
  practice,
  isPersonal: true,
});

interface SpaceAvailable extends ToSender {
  text: string;
  /** The address of the contact page. */
  contactLink: string;
}

const spaceAvailableEmail = ({ text, contactLink, practice }: SpaceAvailable): EmailContent => ({
  subject: 'You asked us to let you know',
  paragraphs: [...paragraphsOf(text), { link: contactLink, says: 'Write a message' }],
  because:
    'You are receiving this because you asked to be told. It is the only email about it, and your address has been taken off the list.',
  practice,
  isPersonal: true,
});

const sample = {
  to: 'robin@example.org',
  number: 1234567,
  practice: { name: 'Quiet Room Counselling', email: 'hello@quiet-room.example', address: null },
} as const;
const received = { ...sample, replyBy: '2026-12-01', privateLink: null, helpLink: 'https://example.org/help-now' };
const reply = { ...sample, text: 'Thank you for writing.\n\nTuesday at four would suit me.', sentOn: '2026-11-27' };

export const senderEmails = {
  received: defineEmail<Received>({
    kind: 'enquiry-received',
    template: receivedEmail,
    about: ({ number }) => aboutEnquiry({ id: number }),
    idempotencyKey: ({ number }) => number,
    samples: [
      { ...received, kind: 'enquiry' },
      { ...received, kind: 'data-request', replyBy: null },
      { ...received, kind: 'data-complaint', replyBy: null },
      {
        ...received,
        kind: 'space',
        replyBy: null,
        privateLink: 'https://example.org/your-message/1234567.1.sample',
      },
    ],
  }),
  reply: defineEmail<Reply>({
    kind: 'enquiry-reply',
    template: replyEmail,
    about: ({ number }) => aboutEnquiry({ id: number }),
    idempotencyKey: ({ number, nonce }) => `${number}:${nonce}`,
    samples: [
      { ...reply, quoted: 'Could we talk some time next week?', nonce: 'sample-1' },
      { ...reply, quoted: null, nonce: 'sample-2' },
    ],
  }),
  spaceAvailable: defineEmail<SpaceAvailable>({
    kind: 'space-available',
    template: spaceAvailableEmail,
    about: ({ number }) => aboutEnquiry({ id: number }),
    idempotencyKey: ({ number }) => number,
    samples: [
      { ...sample, text: 'There is a regular hour free on Thursdays.', contactLink: 'https://example.org/contact' },
    ],
  }),
};
