import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent, Paragraph } from '#src/api/email/email-message';
import { aboutEnquiry } from '#src/api/enquiry/enquiry-rows';

interface ToCounsellor {
  to: string;
  /** The page of the admin that the email leads to. */
  dashboardUrl: string;
}

const subject = 'Something is waiting';
const todaySubject = 'Please look at your dashboard today';
const because = 'You are receiving this because you answer the messages that people send from this site.';

const openDashboard = (link: string): Paragraph => ({ link, says: 'Open your dashboard' });

interface MessageWaiting extends ToCounsellor {
  number: number;
  version: number;
}

/** The subject says nothing, because others may see the screen of a phone. */
const messageWaitingEmail = ({ dashboardUrl }: MessageWaiting): EmailContent => ({
  subject,
  paragraphs: ['A message is waiting for you on your dashboard.', openDashboard(dashboardUrl)],
  because,
});

/** About a message that should not wait. It says nothing of what it is about to whoever sees the screen. */
const messageTodayEmail = ({ dashboardUrl }: MessageWaiting): EmailContent => ({
  subject: todaySubject,
  paragraphs: [
    'Something came in that you may want to read today. Please open it when you have a quiet moment.',
    openDashboard(dashboardUrl),
  ],
  because,
});

interface MoreMessages extends ToCounsellor {
  /** When the hour ends in which too much came for an email each. */
  notBefore: Date;
}

const moreMessagesEmail = ({ dashboardUrl }: MoreMessages): EmailContent => ({
  subject,
  paragraphs: [
    'Several more messages are waiting for you on your dashboard. They came within one hour, so this is one email for all of them.',
    openDashboard(dashboardUrl),
  ],
  because,
});

interface MessagesDue extends ToCounsellor {
  /** How many messages are to be answered today, or were before. */
  waiting: number;
  /** How many of them have a day that the law sets, at most a week ahead. */
  dutiesDue: number;
  /** How many look like spam and have not been opened. */
  suspected: number;
  /** The day that it is for, such as `2026-12-01`. */
  day: string;
  expiresAt: Date;
}

const countWords = (waiting: number): string =>
  waiting === 1
    ? 'One message is waiting for the answer that your site promised by today, or earlier.'
    : `${waiting} messages are waiting for the answers that your site promised by today, or earlier.`;

const messagesDueEmail = ({ dashboardUrl, waiting, dutiesDue, suspected }: MessagesDue): EmailContent => ({
  subject: dutiesDue > 0 ? todaySubject : subject,
  paragraphs: [
    ...(waiting > 0 ? [countWords(waiting)] : []),
    ...(dutiesDue > 0
      ? ['Something on your dashboard has a day by which the law wants it dealt with, and that day is near.']
      : []),
    ...(suspected > 0
      ? ['Something came in that looks like spam. Please check it: it may be from a person after all.']
      : []),
    openDashboard(dashboardUrl),
  ],
  because,
});

interface StillRight extends ToCounsellor {
  /** When she last said something about her space (ISO 8601). */
  updated: string;
}

const stillRightEmail = ({ dashboardUrl }: StillRight): EmailContent => ({
  subject: 'Is this still right?',
  paragraphs: [
    'What your site says about your space for new people is six weeks old. Please look whether it is still right. The page says now when it was last updated.',
    { link: dashboardUrl, says: 'Open “Your space” on your dashboard' },
  ],
  because,
});

const sample = { to: 'counsellor@example.org', dashboardUrl: 'https://cms.example.org/admin/messages' };
const about = ({ number }: MessageWaiting): string => aboutEnquiry({ id: number });
/** Every version deserves one: something was added since. */
const idempotencyKey = ({ number, version }: MessageWaiting): string => `${number}:${version}`;

export const counsellorEmails = {
  messageWaiting: defineEmail<MessageWaiting>({
    kind: 'message-waiting',
    template: messageWaitingEmail,
    about,
    idempotencyKey,
    samples: [{ ...sample, number: 2, version: 1 }],
  }),
  messageToday: defineEmail<MessageWaiting>({
    kind: 'message-today',
    template: messageTodayEmail,
    about,
    idempotencyKey,
    samples: [{ ...sample, number: 2, version: 1 }],
  }),
  moreMessages: defineEmail<MoreMessages>({
    kind: 'more-messages',
    template: moreMessagesEmail,
    idempotencyKey: ({ notBefore }) => notBefore.toISOString(),
    notBefore: ({ notBefore }) => notBefore,
    samples: [{ ...sample, notBefore: new Date('2027-05-01T11:00:00Z') }],
  }),
  stillRight: defineEmail<StillRight>({
    kind: 'still-right',
    template: stillRightEmail,
    idempotencyKey: ({ updated }) => updated,
    samples: [{ ...sample, updated: '2027-03-01T09:00:00.000Z' }],
  }),
  messagesDue: defineEmail<MessagesDue>({
    kind: 'messages-due',
    template: messagesDueEmail,
    // So that two processes queue one email between them.
    idempotencyKey: ({ day }) => day,
    expiresAt: ({ expiresAt }) => expiresAt,
    samples: [
      {
        ...sample,
        waiting: 1,
        dutiesDue: 0,
        suspected: 0,
        day: '2027-05-03',
        expiresAt: new Date('2027-05-04T04:00:00Z'),
      },
      {
        ...sample,
        waiting: 3,
        dutiesDue: 1,
        suspected: 2,
        day: '2027-05-03',
        expiresAt: new Date('2027-05-04T04:00:00Z'),
      },
    ],
  }),
};
