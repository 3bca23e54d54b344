import type { Feature } from '#src/feature';
import { outboxEndpoints } from './admin-endpoints';
import { retryEmails } from './permissions';

const indexes = [
  'create unique index if not exists emails_once_uq on emails (once)',
  "create index if not exists emails_due_ix on emails (not_before, id) where state = 'owed'",
  'create index if not exists emails_about_ix on emails (about)',
  'create index if not exists emails_mailbox_ix on emails (mailbox)',
  'create index if not exists emails_settled_ix on emails (settled_at)',
  'create unique index if not exists mailboxes_address_uq on mailboxes (address)',
];

export const email: Feature = {
  name: 'email',
  permissions: [retryEmails],
  adminEndpoints: outboxEndpoints,
  siteActions: ['api::email.mailbox.confirm', 'api::email.mailbox.unsubscribe'],
  indexes,
};
