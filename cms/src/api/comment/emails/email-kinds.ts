import { defineEmail } from '#src/api/email/define-email';
import { digestEmail, newCommentEmail, newCommentWithTextEmail, newReportEmail } from './to-counsellor';
import { commentPublishedEmail, replyEmail } from './to-reader';

const site = 'https://example.org';
const toReader = { to: 'reader@example.org', unsubscribe: `${site}/mail/unsubscribe/1.2.sample` };
const toCounsellor = { to: 'counsellor@example.org', dashboardUrl: 'https://cms.example.org/admin/comments' };
const newComment = {
  ...toCounsellor,
  post: 'Grief is not a queue',
  audience: 'everyone' as const,
  name: 'Robin',
  text: 'Thank you for this.\nI have read it twice.',
  decideUrl: `${site}/decide/2.1.sample`,
};

/** With the comment's text only where the counsellor has chosen so. */
type NewComment = Parameters<typeof newCommentEmail>[0] | Parameters<typeof newCommentWithTextEmail>[0];

/** Every email that comments cause. */
export const commentEmails = [
  defineEmail({
    kind: 'comment-appeared',
    template: commentPublishedEmail,
    samples: [
      { ...toReader, page: `${site}/blog/grief-is-not-a-queue/comments/2`, own: `${site}/your-comment/2.1.sample` },
    ],
  }),
  defineEmail({
    kind: 'someone-replied',
    template: replyEmail,
    samples: [{ ...toReader, answer: `${site}/blog/grief-is-not-a-queue/comments/3` }],
  }),
  defineEmail<NewComment>({
    kind: 'something-waiting',
    template: (data) => ('text' in data ? newCommentWithTextEmail(data) : newCommentEmail(data)),
    samples: [toCounsellor, newComment, { ...newComment, audience: 'counsellor', name: null, decideUrl: null }],
  }),
  defineEmail({
    kind: 'digest',
    template: digestEmail,
    samples: [
      { ...toCounsellor, waiting: 1 },
      { ...toCounsellor, waiting: 7 },
    ],
  }),
  defineEmail({ kind: 'report-waiting', template: newReportEmail, samples: [toCounsellor] }),
];
