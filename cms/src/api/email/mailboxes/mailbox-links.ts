import type { Core } from '@strapi/strapi';
import { type PrivateLink, privateTokenOf } from '#src/api/comment/links';
import type { LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';

/** What a link in an email is for; a link that unsubscribes must not confirm. */
export type MailboxAction = 'confirm' | 'unsubscribe';

/** A mailbox, and the comment that the email was about; 0 for none. */
export interface MailboxLink {
  mailbox: number;
  comment: number;
}

export const mailboxTokenOf = (keys: LinkKeys, action: MailboxAction, { mailbox, comment }: MailboxLink): string =>
  `${mailbox}.${comment}.${keys.sign('mailbox link', action, mailbox, comment)}`;

/** Returns the link that a token was made for, or null unless it was made with these keys for this action. */
export const readMailboxToken = (keys: LinkKeys, action: MailboxAction, token: string): MailboxLink | null => {
  const [mailbox = '', comment = '', mac = ''] = token.split('.');
  const link = { mailbox: Number(mailbox), comment: Number(comment) };
  return keys.verify(mac, 'mailbox link', action, link.mailbox, link.comment) ? link : null;
};

/** Returns functions that build the site's links in emails. */
export const emailLinks = (strapi: Core.Strapi) => {
  const siteUrl = settingsOf(strapi).siteUrl;
  const keys = servicesOf(strapi).linkKeys;
  const at = (path: string): string => new URL(path, siteUrl).href;
  return {
    confirm: (link: MailboxLink): string => at(`/mail/confirm/${mailboxTokenOf(keys, 'confirm', link)}`),
    unsubscribe: (link: MailboxLink): string => at(`/mail/unsubscribe/${mailboxTokenOf(keys, 'unsubscribe', link)}`),
    onPage: (slug: string, number: number): string => at(`/blog/${slug}/comments/${number}`),
    own: (to: PrivateLink): string => at(`/your-comment/${privateTokenOf(keys, to)}`),
  };
};
