import type { SignedAs } from 'shared';
import { aboutComment } from '#src/api/comment/comment-rows';
import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent, Paragraph } from '#src/api/email/email-message';

interface ToCounsellor {
  to: string;
  /** The page of the admin that the email leads to. */
  dashboardUrl: string;
}

const subject = 'Something is waiting';
const because =
  'You are receiving this because you moderate the comments on this site. You can change how you are notified in the practice’s settings.';

const openDashboard = (link: string): Paragraph => ({ link, says: 'Open your dashboard' });

interface SomethingWaiting extends ToCounsellor {
  number: number;
  version: number;
  /** What the email shows where the counsellor has chosen so; null shows no name, no text and no flag. */
  shown: {
    post: string;
    audience: 'everyone' | 'counsellor';
    name: string | null;
    text: string;
    signedAs: SignedAs | null;
    /** The page with the buttons; null for a private note, which needs no decision, and for what has their own name. */
    decideUrl: string | null;
  } | null;
}

const signedWith: Readonly<Record<SignedAs, string>> = {
  counsellor: 'Someone signed this with your name, or one that looks like it.',
  practice: 'Someone signed this with the practice’s name, or one that looks like it.',
};

/** The subject says nothing, because others may see the screen of a phone. */
const somethingWaitingEmail = ({ dashboardUrl, shown }: SomethingWaiting): EmailContent => {
  if (shown === null)
    return {
      subject,
      paragraphs: ['Something is waiting for you on your dashboard.', openDashboard(dashboardUrl)],
      because,
    };
  const { post, audience, name, text, signedAs, decideUrl } = shown;
  const who = name ?? 'Someone who gave no name';
  const what =
    audience === 'counsellor' ? 'sent a private note, only for you, about the post' : 'commented on the post';
  const decide: Paragraph = {
    link: decideUrl ?? '',
    says: 'Approve it, decline it or mark it as spam. The page asks you to confirm; the link works once, for seven days',
  };
  return {
    subject,
    paragraphs: [
      `${who} ${what} “${post}”:`,
      { quote: text },
      ...(signedAs === null ? [] : [signedWith[signedAs]]),
      ...(decideUrl === null ? [] : [decide]),
      { link: dashboardUrl, says: 'Open it on your dashboard' },
    ],
    because,
  };
};

interface LookToday extends ToCounsellor {
  number: number;
  version: number;
  /** The text, where the counsellor has chosen emails with it; null otherwise. */
  shown: { name: string | null; text: string } | null;
}

const todaySubject = 'Please look at your dashboard today';

/**
 * About a comment or report that should not wait. It can be told from all other emails, but says nothing of what it is
 * about to whoever sees the screen. It offers no decision: that is made where the checklist and a private answer are.
 */
const lookTodayEmail = ({ dashboardUrl, shown }: LookToday): EmailContent => ({
  subject: todaySubject,
  paragraphs: [
    'Something came in that you may want to read today. Please open it when you have a quiet moment.',
    ...(shown === null ? [] : [`${shown.name ?? 'Someone who gave no name'} wrote:`, { quote: shown.text }]),
    openDashboard(dashboardUrl),
  ],
  because,
});

interface Digest extends ToCounsellor {
  /** How many comments and notes wait. */
  waiting: number;
  /** Whether one of them has a care flag. */
  isPressing: boolean;
  /** The day that it is for, such as `2027-05-01`. */
  day: string;
  expiresAt: Date;
}

const digestEmail = ({ dashboardUrl, waiting, isPressing }: Digest): EmailContent => ({
  subject: isPressing ? todaySubject : subject,
  paragraphs: [
    waiting === 1
      ? 'One thing is waiting for you on your dashboard.'
      : `${waiting} things are waiting for you on your dashboard.`,
    openDashboard(dashboardUrl),
  ],
  because,
});

interface MoreWaiting extends ToCounsellor {
  /** When the hour ends in which too much happened for an email each. */
  notBefore: Date;
}

/** One email for all that came up in an hour beyond a few, so that nobody can fill the counsellor's inbox. */
const moreWaitingEmail = ({ dashboardUrl }: ToCounsellor): EmailContent => ({
  subject,
  paragraphs: [
    'Several more things are waiting for you on your dashboard. They came within one hour, so this is one email for all of them.',
    openDashboard(dashboardUrl),
  ],
  because,
});

interface ReportWaiting extends ToCounsellor {
  report: number;
  number: number;
  /** Someone may be in danger. */
  isPressing: boolean;
}

/** Shows neither the comment nor the reason: those are on the dashboard. */
const reportWaitingEmail = ({ dashboardUrl, isPressing }: ReportWaiting): EmailContent => ({
  subject: isPressing ? todaySubject : subject,
  paragraphs: [
    'Someone has reported a comment on the site. Please look at it on your dashboard.',
    openDashboard(dashboardUrl),
  ],
  because,
});

const sample = {
  to: 'counsellor@example.org',
  dashboardUrl: 'https://cms.example.org/admin/comments',
  number: 2,
  version: 1,
};
const shown = {
  post: 'Grief is not a queue',
  audience: 'everyone',
  name: 'Robin',
  text: 'Thank you for this.\nI have read it twice.',
  signedAs: null,
  decideUrl: 'https://example.org/decide/2.1.sample',
} as const;

export const counsellorEmails = {
  somethingWaiting: defineEmail<SomethingWaiting>({
    kind: 'something-waiting',
    template: somethingWaitingEmail,
    about: ({ number }) => aboutComment({ id: number }),
    // With the text, every version deserves an email; without it, one says all there is to say.
    idempotencyKey: ({ number, version, shown }) => (shown === null ? number : `${number}:${version}`),
    samples: [
      { ...sample, shown: null },
      { ...sample, shown },
      { ...sample, shown: { ...shown, audience: 'counsellor', name: null, decideUrl: null } },
      { ...sample, shown: { ...shown, name: 'Nora Ashby', signedAs: 'counsellor', decideUrl: null } },
    ],
  }),
  lookToday: defineEmail<LookToday>({
    kind: 'look-today',
    template: lookTodayEmail,
    about: ({ number }) => aboutComment({ id: number }),
    // Every version deserves one: what was harmless before may not be any more.
    idempotencyKey: ({ number, version }) => `${number}:${version}`,
    samples: [
      { ...sample, shown: null },
      { ...sample, shown: { name: 'Robin', text: shown.text } },
    ],
  }),
  digest: defineEmail<Digest>({
    kind: 'digest',
    template: digestEmail,
    // So that two processes queue one email between them.
    idempotencyKey: ({ day }) => day,
    expiresAt: ({ expiresAt }) => expiresAt,
    samples: [
      { ...sample, waiting: 1, isPressing: false, day: '2027-05-01', expiresAt: new Date('2027-05-02T04:00:00Z') },
      { ...sample, waiting: 7, isPressing: true, day: '2027-05-01', expiresAt: new Date('2027-05-02T04:00:00Z') },
    ],
  }),
  moreWaiting: defineEmail<MoreWaiting>({
    kind: 'more-waiting',
    template: moreWaitingEmail,
    idempotencyKey: ({ notBefore }) => notBefore.toISOString(),
    notBefore: ({ notBefore }) => notBefore,
    samples: [{ ...sample, notBefore: new Date('2027-05-01T11:00:00Z') }],
  }),
  reportWaiting: defineEmail<ReportWaiting>({
    kind: 'report-waiting',
    template: reportWaitingEmail,
    about: ({ number }) => aboutComment({ id: number }),
    idempotencyKey: ({ report }) => report,
    samples: [
      { ...sample, report: 1, isPressing: false },
      { ...sample, report: 1, isPressing: true },
    ],
  }),
};
