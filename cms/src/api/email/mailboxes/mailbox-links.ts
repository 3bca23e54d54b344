import type { Core } from '@strapi/strapi';
import { isSameSecret, type LinkKeys } from '#src/security/link-keys';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';

/** What a token names before it is checked: a mailbox, and the number of the comment that the email was about. */
export interface MailboxLink {
  readonly mailbox: number;
  readonly item: number;
}

/** What was sent with an address: its number and the secret of its row. */
export interface LinkedItem {
  readonly item: number;
  readonly itemSecret: string;
}

/** The part of a mailbox's row that its links are derived from. */
interface Mailbox {
  readonly id: number;
  readonly secret: string;
}

/** Returns the mailbox and the item that a token names; whether it was made with our keys is not known yet. */
export const mailboxLinkIn = (token: string): MailboxLink => {
  const [mailbox = '', item = ''] = token.split('.');
  return { mailbox: Number(mailbox), item: Number(item) };
};

/**
 * Returns the secret part of the link that confirms an address and what was sent with it. It covers the secret of that
 * very sending: whoever confirms one sending confirms no other. It is derived whenever it is needed.
 */
export const confirmTokenOf = (keys: LinkKeys, { id, secret }: Mailbox, { item, itemSecret }: LinkedItem): string =>
  `${id}.${item}.${keys.sign('mailbox link', 'confirm', id, item, secret, itemSecret)}`;

/**
 * Returns the secret part of the link that unsubscribes; a link that unsubscribes must not confirm. It works as long as
 * there is a mailbox, also when the comment is gone.
 */
export const unsubscribeTokenOf = (keys: LinkKeys, { id, secret }: Mailbox, item: number): string =>
  `${id}.${item}.${keys.sign('mailbox link', 'unsubscribe', id, item, secret)}`;

/** Returns whether a token confirms what was sent with an address. */
export const isConfirmTokenOf = (keys: LinkKeys, token: string, mailbox: Mailbox, item: LinkedItem): boolean =>
  isSameSecret(token, confirmTokenOf(keys, mailbox, item));

/** Returns whether a token unsubscribes a mailbox. */
export const isUnsubscribeTokenOf = (keys: LinkKeys, token: string, mailbox: Mailbox): boolean =>
  isSameSecret(token, unsubscribeTokenOf(keys, mailbox, mailboxLinkIn(token).item));

/** Returns functions that build the addresses of the site's pages that confirm a mailbox and unsubscribe it. */
export const mailboxLinks = (strapi: Core.Strapi) => {
  const { siteUrl } = settingsOf(strapi);
  const { linkKeys } = servicesOf(strapi);
  return {
    confirm: (mailbox: Mailbox, item: LinkedItem): string =>
      new URL(`/mail/confirm/${confirmTokenOf(linkKeys, mailbox, item)}`, siteUrl).href,
    unsubscribe: (mailbox: Mailbox, item: number): string =>
      new URL(`/mail/unsubscribe/${unsubscribeTokenOf(linkKeys, mailbox, item)}`, siteUrl).href,
  };
};
