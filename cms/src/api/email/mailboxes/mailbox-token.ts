import type { LinkKeys } from '#src/security/link-keys';

/** What a link in an email is for; a link that unsubscribes must not confirm. */
export type MailboxAct = 'confirm' | 'unsubscribe';

/** A mailbox, and the comment that the email was about; 0 for none. */
export interface MailboxLink {
  mailbox: number;
  comment: number;
}

export const mailboxTokenOf = (keys: LinkKeys, act: MailboxAct, { mailbox, comment }: MailboxLink): string =>
  `${mailbox}.${comment}.${keys.sign('mailbox link', act, mailbox, comment)}`;

/** What a token speaks of, or null when it was not made with these keys for this act. */
export const readMailboxToken = (keys: LinkKeys, act: MailboxAct, token: string): MailboxLink | null => {
  const [mailbox = '', comment = '', mac = ''] = token.split('.');
  const link = { mailbox: Number(mailbox), comment: Number(comment) };
  return keys.verify(mac, 'mailbox link', act, link.mailbox, link.comment) ? link : null;
};
