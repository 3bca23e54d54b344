import type { SpaceList } from 'shared';

const othersSentence = ' Others have had this email, too, so the space may be taken by the time you write.';

/**
 * Returns what the email about space says at first, for the counsellor to change.
 *
 * @param recipients to how many people it goes
 */
const startingText = (counsellor: string, recipients: number): string => `Hello,

You asked me to let you know when I have space, and I have some now.

If you would still like to talk, please reply to this email or use the link below, and we can find a time for a first conversation. There is no need to explain anything before then.${recipients > 1 ? othersSentence : ''}

If things have changed for you, you don’t need to do anything.

With kind wishes${counsellor === '' ? '' : `\n${counsellor}`}`;

/** The email about space as it was typed: `to` is `all` or `first`; `first` is how many. */
export type TypedEmail = { text: string; to: string; first: string };

/** Whom the email goes to, as it was typed. */
type Recipients = Pick<TypedEmail, 'to' | 'first'>;

/** Returns to how many of those who asked first it goes; null for all. */
export const firstOf = ({ to, first }: Recipients): number | null => (to === 'first' ? Number(first) : null);

/** Returns to how many people it goes. @param waiting how many are on the list */
export const recipientCount = (typed: Recipients, waiting: number): number =>
  Math.min(firstOf(typed) ?? waiting, waiting);

/** Returns the email as it is before anything is typed: to everybody on the list. */
export const emptyEmail = ({ counsellor, people }: SpaceList): TypedEmail => ({
  text: startingText(counsellor, people),
  to: 'all',
  first: '1',
});

/** Returns the email to other recipients. A text that was not touched says the right thing to them; hers stays. */
export const withRecipients = (
  typed: TypedEmail,
  change: Partial<Recipients>,
  { counsellor, people }: SpaceList,
): TypedEmail => {
  const isUntouched = typed.text === startingText(counsellor, recipientCount(typed, people));
  const changed = { ...typed, ...change };
  return isUntouched ? { ...changed, text: startingText(counsellor, recipientCount(changed, people)) } : changed;
};

/** Returns what is wrong with the number of people; undefined if nothing is. */
export const firstError = (typed: Recipients, waiting: number): string | undefined => {
  if (typed.to !== 'first') return undefined;
  if (/^\s*\d{1,5}\s*$/.test(typed.first) && Number(typed.first) >= 1 && Number(typed.first) <= waiting)
    return undefined;
  return waiting === 1 ? 'Enter 1: one person is waiting.' : `Enter a number from 1 to ${waiting}.`;
};
