import type { EmailMessage } from '#src/api/email/email-message';

interface ToReader {
  to: string;
  /** The page that stops these emails; a mail program's own button posts there, too (RFC 8058). */
  unsubscribe: string;
}

const oneClick = (page: string) => ({ page, oneClick: page });

/** Says that a comment is public now. `own` is the writer's private link. */
export const commentPublishedEmail = ({
  to,
  page,
  own,
  unsubscribe,
}: ToReader & { page: string; own: string }): EmailMessage => ({
  to,
  subject: 'What you sent is on the page',
  paragraphs: [
    'Thank you. We have read what you sent, and it is now on the page:',
    { link: page, says: 'See it on the page' },
    { link: own, says: 'Remove your name or delete it, at any time (this link is yours alone)' },
  ],
  because: 'You receive this because you asked us to tell you when it appears.',
  unsubscribe: oneClick(unsubscribe),
});

/** Says that there is an answer. `answer` leads to the page, or for a private note to the writer's private link. */
export const replyEmail = ({ to, answer, unsubscribe }: ToReader & { answer: string }): EmailMessage => ({
  to,
  subject: 'There is an answer for you',
  paragraphs: ['Somebody has answered what you sent us:', { link: answer, says: 'Read the answer' }],
  because: 'You receive this because you asked us to tell you when somebody replies.',
  unsubscribe: oneClick(unsubscribe),
});
