import { aboutComment } from '#src/api/comment/comment-rows';
import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent } from '#src/api/email/email-message';

/** Readers' emails name no comment, post or practice, because others may see the screen of a phone. */
interface ToReader {
  to: string;
  mailbox: number;
  /** The page that stops these emails; a mail program's own button posts there, too (RFC 8058). */
  unsubscribe: string;
}

interface CommentAppeared extends ToReader {
  number: number;
  /** The comment on its post's page. */
  page: string;
  privateLink: string;
}

const commentAppearedEmail = ({ page, privateLink, unsubscribe }: CommentAppeared): EmailContent => ({
  subject: 'What you sent is on the page',
  paragraphs: [
    'Thank you. What you sent is now on the page:',
    { link: page, says: 'See it on the page' },
    { link: privateLink, says: 'Remove your name or delete it at any time (this link is only for you)' },
  ],
  because: 'You are receiving this because you asked us to tell you when it appears.',
  unsubscribe: { page: unsubscribe, oneClick: unsubscribe },
});

interface SomeoneReplied extends ToReader {
  /** The number of the reply. */
  number: number;
  /** The reply on its page; the answer to a private note is on its writer's private page. */
  page: string;
  /** Only the recipient can read it. */
  isPrivate: boolean;
}

const someoneRepliedEmail = ({ page, isPrivate, unsubscribe }: SomeoneReplied): EmailContent => ({
  subject: 'There is an answer for you',
  paragraphs: ['Someone has replied to what you sent us:', { link: page, says: 'Read the reply' }],
  because: isPrivate
    ? 'You are receiving this because you gave us this email address with what you sent.'
    : 'You are receiving this because you asked us to tell you when someone replies.',
  unsubscribe: { page: unsubscribe, oneClick: unsubscribe },
});

interface WasItYou extends ToReader {
  /** The number of what was sent with the address. */
  sending: number;
  /** The number of the answer, or of what was sent, if it appeared. */
  number: number;
  isAnswer: boolean;
  /** The page that confirms what was sent. */
  confirm: string;
}

/**
 * Asks the owner of an address about something that anybody may have sent with it, once it has an answer or appears.
 */
const wasItYouEmail = ({ isAnswer, confirm, unsubscribe }: WasItYou): EmailContent => ({
  subject: isAnswer ? 'There is an answer: did you write to us?' : 'Something is on the page: did you send it?',
  paragraphs: [
    isAnswer
      ? 'Someone wrote to us with this email address, and there is an answer now. Was it you? Then open the answer here:'
      : 'Someone sent us something with this email address, and it is on the page now. Was it you? Then tell us here:',
    { link: confirm, says: isAnswer ? 'Yes, it was me: read the answer' : 'Yes, it was me' },
    'If it wasn’t you, you don’t need to do anything. We won’t email you about it again.',
  ],
  because: 'You are receiving this because someone asked us to email this address.',
  unsubscribe: { page: unsubscribe, oneClick: unsubscribe },
});

const sample = {
  to: 'reader@example.org',
  mailbox: 1,
  unsubscribe: 'https://example.org/mail/unsubscribe/1.2.sample',
};

export const readerEmails = {
  commentAppeared: defineEmail<CommentAppeared>({
    kind: 'comment-appeared',
    template: commentAppearedEmail,
    about: ({ number }) => aboutComment({ id: number }),
    mailbox: ({ mailbox }) => mailbox,
    // Once, however often it is approved.
    idempotencyKey: ({ number }) => number,
    samples: [
      {
        ...sample,
        number: 2,
        page: 'https://example.org/blog/grief-is-not-a-queue/comments/2',
        privateLink: 'https://example.org/your-comment/2.1.sample',
      },
    ],
  }),
  someoneReplied: defineEmail<SomeoneReplied>({
    kind: 'someone-replied',
    template: someoneRepliedEmail,
    about: ({ number }) => aboutComment({ id: number }),
    mailbox: ({ mailbox }) => mailbox,
    idempotencyKey: ({ number }) => number,
    samples: [
      { ...sample, number: 3, page: 'https://example.org/blog/grief-is-not-a-queue/comments/3', isPrivate: false },
      { ...sample, number: 3, page: 'https://example.org/your-comment/2.1.sample', isPrivate: true },
    ],
  }),
  wasItYou: defineEmail<WasItYou>({
    kind: 'was-it-you',
    template: wasItYouEmail,
    about: ({ number }) => aboutComment({ id: number }),
    mailbox: ({ mailbox }) => mailbox,
    // Once, however much happens to it: whoever doesn't answer is left alone.
    idempotencyKey: ({ sending }) => sending,
    samples: [
      { ...sample, sending: 2, number: 3, isAnswer: true, confirm: 'https://example.org/mail/confirm/1.2.sample' },
      { ...sample, sending: 2, number: 2, isAnswer: false, confirm: 'https://example.org/mail/confirm/1.2.sample' },
    ],
  }),
};
