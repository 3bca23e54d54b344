import type { Core } from '@strapi/strapi';
import { type PrivateLink, privateTokenOf } from '#src/api/comment/links';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { type MailboxLink, mailboxTokenOf } from './mailbox-token';

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
