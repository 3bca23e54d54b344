import type { Feature } from '#src/feature';
import { outboxEndpoints } from './admin-endpoints';
import { emailAccess } from './content-access';
import { addressEmails } from './counsellor-address/address-emails';
import { addressEndpoints } from './counsellor-address/admin-endpoints';
import { followAddressSetting } from './counsellor-address/change-address';
import { confirmAddressKind } from './mailboxes/confirm-address';
import { createUnsubscribedAddresses } from './mailboxes/unsubscribed-addresses';
import { judgeWaitingEmails, readWaitingEmails } from './outbox/waiting-emails';
import { manageNotificationAddress, retryFailedEmails } from './permissions';
import { emailPersonalData } from './personal-data';
import { pluginMessage } from './plugin-messages';

const indexes = [
  'create unique index if not exists emails_idempotency_key_uq on emails (idempotency_key)',
  "create index if not exists emails_due_ix on emails (not_before, id) where state = 'queued'",
  'create index if not exists emails_about_ix on emails (about)',
  'create index if not exists emails_mailbox_ix on emails (mailbox)',
  'create index if not exists emails_finished_ix on emails (finished_at)',
  'create unique index if not exists mailboxes_address_key_uq on mailboxes (address_key)',
  'create index if not exists mailboxes_inbox_ix on mailboxes (inbox, asked)',
];

export const email: Feature = {
  name: 'email',
  contentAccess: emailAccess,
  permissions: [retryFailedEmails, manageNotificationAddress],
  adminEndpoints: [...outboxEndpoints, ...addressEndpoints],
  documentRules: [{ phase: 'store', rule: (strapi) => followAddressSetting(strapi, () => new Date()) }],
  siteActions: ['confirm', 'disown', 'look', 'resubscribe', 'unsubscribe'].map(
    (action) => `api::email.mailbox.${action}`,
  ),
  indexes,
  createTables: createUnsubscribedAddresses,
  emails: [confirmAddressKind, pluginMessage, ...Object.values(addressEmails)],
  readiness: [
    {
      name: 'emails',
      run: async (strapi, now) => judgeWaitingEmails(await readWaitingEmails(strapi, now), now.getTime()),
    },
  ],
  personalData: emailPersonalData,
};
