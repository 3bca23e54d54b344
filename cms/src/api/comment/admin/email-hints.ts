import type { OpenedComment } from 'shared';

type Notifies = OpenedComment['notifies'];

/** Returns which emails the writer gets about a comment; null if they asked for none. */
export const notificationLabel = ({ notifies: { onApproval, onReply, address } }: OpenedComment): string | null => {
  if (!onApproval && !onReply) return null;
  const when = [...(onApproval ? ['when it is on the page'] : []), ...(onReply ? ['when there is an answer'] : [])];
  if (address === 'stopped') return 'The writer has stopped all emails, so they get none.';
  return address === 'confirmed'
    ? `The writer gets an email ${when.join(' and ')}.`
    : `The writer wants an email ${when.join(' and ')}, but has not confirmed the address yet.`;
};

/** Returns whether an answer that only the writer can read is emailed, as a sentence. */
const privateEmailHint = ({ onApproval, onReply, address }: Notifies): string => {
  if (address === 'stopped')
    return 'The writer has stopped all emails: they see your answer when they open their private page.';
  if (!onApproval && !onReply)
    return 'The writer wants no emails about this: they see your answer when they open their private page.';
  return address === 'confirmed'
    ? 'The writer gets an email that there is an answer.'
    : 'The writer gets an email that there is an answer as soon as they have confirmed their address.';
};

/** What differs for a published reply: the writer may only have asked to hear when their comment is on the page. */
const publicEmailHint = ({ onApproval, onReply, address }: Notifies): string =>
  onApproval && !onReply && address !== 'stopped'
    ? ' They did not ask for an email about replies that you publish.'
    : '';

/** Returns who can read a reply to a comment, and whether its writer is emailed. */
export const replyHint = ({ audience, state, allowed, notifies }: OpenedComment): string => {
  const unspammed = state === 'spam' ? 'What you answer leaves the spam folder. ' : '';
  const emailed = unspammed + privateEmailHint(notifies);
  if (audience === 'counsellor')
    return `Only the writer can read your reply, with their private link. It is never published. ${emailed}`;
  return allowed.replies.includes('everyone')
    ? `You can publish your reply, or answer only the writer: then nothing is published, and they read it on their private page. ${emailed}${publicEmailHint(notifies)}`
    : `Only the writer can read your reply, on their private page. Nothing is published. ${emailed}`;
};
