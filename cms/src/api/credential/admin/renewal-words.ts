import { dayWords, type Renewal } from 'shared';

/** Returns a sentence about a credential that needs something from the counsellor. */
export const renewalWords = ({ title, renewsOn, state }: Renewal): string => {
  const day = renewsOn === null ? '' : dayWords(`${renewsOn}T12:00:00Z`, 'Etc/UTC');
  if (state === 'lapsed') return `“${title}” was due for renewal on ${day}. Your site no longer shows it.`;
  if (state === 'soon') return `“${title}” has to be renewed by ${day}.`;
  return `Enter the day on which “${title}” has to be renewed, so that we can remind you.`;
};
