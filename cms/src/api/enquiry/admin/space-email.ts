/** What the email about space says at first, for the counsellor to change. */
export const startingText = `Hello,

You asked me to let you know when I have space, and I have some now.

If you would still like to talk, please reply to this email or use the link below, and we can find a time for a first conversation. There is no need to explain anything before then. Others have had this email, too, so the space may be taken by the time you write.

If things have changed for you, you don’t need to do anything.

With kind wishes`;

/** Whom the email goes to, as it was typed. */
interface Recipients {
  to: string;
  first: string;
}

/** Returns to how many of those who asked first it goes; null for all. */
export const firstOf = ({ to, first }: Recipients): number | null => (to === 'first' ? Number(first) : null);

/** Returns to how many people it goes. @param waiting how many are on the list */
export const recipientCount = (typed: Recipients, waiting: number): number =>
  Math.min(firstOf(typed) ?? waiting, waiting);

/** Returns what is wrong with the number of people; undefined if nothing is. */
export const firstError = (typed: Recipients, waiting: number): string | undefined => {
  if (typed.to !== 'first') return undefined;
  if (/^\s*\d{1,5}\s*$/.test(typed.first) && Number(typed.first) >= 1 && Number(typed.first) <= waiting)
    return undefined;
  return waiting === 1 ? 'Enter 1: one person is waiting.' : `Enter a number from 1 to ${waiting}.`;
};
