import type { EmailMessage, Paragraph } from '#src/api/email/templates/email-message';

/** Where she is reached, and where her desk is. */
interface ToHer {
  to: string;
  /** The page in the admin that the email leads to. */
  desk: string;
}

const subject = 'Something is waiting';
const because =
  'You get this because you look after the comments of this site. How you hear of them is one of the practice’s settings.';

/** No name, no words and no flag: a phone may lie where others see it. */
export const somethingWaiting = ({ to, desk }: ToHer): EmailMessage => ({
  to,
  subject,
  paragraphs: ['Something is waiting for you at your desk.', { link: desk, says: 'Open your desk' }],
  because,
});

interface ToDecide extends ToHer {
  post: string;
  audience: 'everyone' | 'counsellor';
  name: string | null;
  words: string;
  /** The page with the buttons; null for a note, which needs no decision. */
  decide: string | null;
}

/** With the words, for whoever has chosen so; the subject stays as discreet as ever. */
export const commentWithWords = ({ to, desk, post, audience, name, words, decide }: ToDecide): EmailMessage => {
  const who = name ?? 'Somebody who gave no name';
  const what =
    audience === 'counsellor' ? 'wrote a note, only for you, beside the post' : 'wrote a comment under the post';
  const deciding: Paragraph[] =
    decide === null
      ? []
      : [
          {
            link: decide,
            says: 'Approve it, decline it or mark it as spam (the page asks first; the link works once, for seven days)',
          },
        ];
  return {
    to,
    subject,
    paragraphs: [
      `${who} ${what} “${post}”:`,
      { quote: words },
      ...deciding,
      { link: desk, says: 'Open it at your desk' },
    ],
    because,
  };
};

/** One a day. `waiting` counts what waits for her. */
export const digestOfTheDay = ({ to, desk, waiting }: ToHer & { waiting: number }): EmailMessage => ({
  to,
  subject,
  paragraphs: [
    waiting === 1
      ? 'One thing is waiting for you at your desk.'
      : `${waiting} things are waiting for you at your desk.`,
    { link: desk, says: 'Open your desk' },
  ],
  because,
});

/** Neither who nor what, nor the reason: those stand at the desk. */
export const reportWaiting = ({ to, desk }: ToHer): EmailMessage => ({
  to,
  subject,
  paragraphs: [
    'Somebody has reported something on the site. Please look at it at your desk.',
    { link: desk, says: 'Open your desk' },
  ],
  because,
});
