import type { Core } from '@strapi/strapi';
import type { LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';

/** What a link in an email is for; a link that unsubscribes must not confirm. */
export type MailboxAction = 'confirm' | 'unsubscribe';

/** A mailbox, and the number of the comment that the email was about; 0 for none. */
export interface MailboxLink {
  readonly mailbox: number;
  readonly item: number;
}

/** Returns the secret part of a link in an email. It is derived whenever it is needed; nothing is stored. */
export const mailboxTokenOf = (keys: LinkKeys, action: MailboxAction, { mailbox, item }: MailboxLink): string =>
  `${mailbox}.${item}.${keys.sign('mailbox link', action, mailbox, item)}`;

/** Returns the link that a token was made for, or null unless it was made with these keys for this action. */
export const readMailboxToken = (keys: LinkKeys, action: MailboxAction, token: string): MailboxLink | null => {
  const [mailbox = '', item = '', mac = ''] = token.split('.');
  const link = { mailbox: Number(mailbox), item: Number(item) };
  return keys.verify(mac, 'mailbox link', action, link.mailbox, link.item) ? link : null;
};

/** Returns functions that build the addresses of the site's pages that confirm a mailbox and unsubscribe it. */
export const mailboxLinks = (strapi: Core.Strapi) => {
  const { siteUrl } = settingsOf(strapi);
  const { linkKeys } = servicesOf(strapi);
  const linkFor = (action: MailboxAction) => (link: MailboxLink) =>
    new URL(`/mail/${action}/${mailboxTokenOf(linkKeys, action, link)}`, siteUrl).href;
  return { confirm: linkFor('confirm'), unsubscribe: linkFor('unsubscribe') };
};
