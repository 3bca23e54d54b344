import type { EmailMessage, Paragraph } from '#src/api/email/email-message';

interface ToCounsellor {
  to: string;
  /** The page of the admin that the email leads to. */
  dashboardUrl: string;
}

const subject = 'Something is waiting';
const because =
  'You receive this because you moderate the comments on this site. You can change how you are notified in the practice’s settings.';

/** Shows no name, no text and no flag, because others may see the screen of a phone. */
export const newCommentEmail = ({ to, dashboardUrl }: ToCounsellor): EmailMessage => ({
  to,
  subject,
  paragraphs: ['Something is waiting for you on your dashboard.', { link: dashboardUrl, says: 'Open your dashboard' }],
  because,
});

interface NewComment extends ToCounsellor {
  post: string;
  audience: 'everyone' | 'counsellor';
  name: string | null;
  text: string;
  /** The page with the buttons; null for a private note, which needs no decision. */
  decideUrl: string | null;
}

/** Shows the text, for counsellors who have chosen so. The subject stays as discreet as ever. */
export const newCommentWithTextEmail = (comment: NewComment): EmailMessage => {
  const { to, dashboardUrl, post, audience, name, text, decideUrl } = comment;
  const who = name ?? 'Somebody who gave no name';
  const what =
    audience === 'counsellor' ? 'sent a private note, only for you, about the post' : 'wrote a comment on the post';
  const decide: Paragraph = {
    link: decideUrl ?? '',
    says: 'Approve it, decline it or mark it as spam (the page asks first; the link works once, for seven days)',
  };
  return {
    to,
    subject,
    paragraphs: [
      `${who} ${what} “${post}”:`,
      { quote: text },
      ...(decideUrl === null ? [] : [decide]),
      { link: dashboardUrl, says: 'Open it on your dashboard' },
    ],
    because,
  };
};

/** The daily digest. `waiting` is how many comments and notes wait. */
export const digestEmail = ({ to, dashboardUrl, waiting }: ToCounsellor & { waiting: number }): EmailMessage => ({
  to,
  subject,
  paragraphs: [
    waiting === 1
      ? 'One thing is waiting for you on your dashboard.'
      : `${waiting} things are waiting for you on your dashboard.`,
    { link: dashboardUrl, says: 'Open your dashboard' },
  ],
  because,
});

/** Shows neither the comment nor the reason: those are on the dashboard. */
export const newReportEmail = ({ to, dashboardUrl }: ToCounsellor): EmailMessage => ({
  to,
  subject,
  paragraphs: [
    'Somebody has reported a comment on the site. Please look at it on your dashboard.',
    { link: dashboardUrl, says: 'Open your dashboard' },
  ],
  because,
});
