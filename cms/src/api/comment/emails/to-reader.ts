import type { EmailMessage } from '#src/api/email/templates/email-message';

interface ToReader {
  to: string;
  /** The page that asks and then stops these emails; a mail program's own button posts there, too (RFC 8058). */
  unsubscribe: string;
}

const stopped = (page: string) => ({ page, oneClick: page });

/** Asks whether an address is theirs. Without a name, words or title: whoever gets it by mistake learns nothing of anybody. */
export const confirmAddress = ({ to, confirm, unsubscribe }: ToReader & { confirm: string }): EmailMessage => ({
  to,
  subject: 'Please confirm your address',
  paragraphs: [
    'Somebody gave this address on our site so that we can write to it. If that was you, please confirm it:',
    { link: confirm, says: 'Yes, this is my address' },
    'If it wasn’t you, you need do nothing: without your confirmation nothing else will come.',
  ],
  because: 'You get this because your address was given on our site. It comes once a day at most.',
  unsubscribe: stopped(unsubscribe),
});

/** What they sent can be read on the page. `own` is their private link. */
export const commentAppeared = ({
  to,
  page,
  own,
  unsubscribe,
}: ToReader & { page: string; own: string }): EmailMessage => ({
  to,
  subject: 'What you sent is on the page',
  paragraphs: [
    'Thank you. What you sent us has been read and is on the page now:',
    { link: page, says: 'See it on the page' },
    { link: own, says: 'Take your name off or delete it, at any time (this link is yours alone)' },
  ],
  because: 'You get this because you asked to be told when it appears.',
  unsubscribe: stopped(unsubscribe),
});

/** Somebody answered. `answer` leads to where it can be read: the page, or for a note their private link. */
export const someoneReplied = ({ to, answer, unsubscribe }: ToReader & { answer: string }): EmailMessage => ({
  to,
  subject: 'There is an answer for you',
  paragraphs: ['Somebody answered what you sent us:', { link: answer, says: 'Read the answer' }],
  because: 'You get this because you asked to be told when someone replies.',
  unsubscribe: stopped(unsubscribe),
});
