import type { Core } from '@strapi/strapi';

/**
 * What the database itself refuses (two of one slug) and what it finds quickly. Strapi's `unique` makes no index; its
 * schema sync leaves these alone. Partial indexes keep drafts, of which every public post has one, out of readers' way.
 */
const indexes = [
  'create unique index if not exists posts_public_slug_uq on posts (slug) where published_at is not null',
  'create unique index if not exists posts_draft_slug_uq on posts (slug) where published_at is null',
  'create index if not exists posts_public_date_ix on posts (published, document_id, id) where published_at is not null',
  'create index if not exists posts_public_change_ix on posts (published_at, slug, id) where published_at is not null',
  'create unique index if not exists pages_public_slug_uq on pages (slug) where published_at is not null',
  'create unique index if not exists pages_draft_slug_uq on pages (slug) where published_at is null',
  'create unique index if not exists topics_slug_uq on topics (slug)',
  'create unique index if not exists authors_slug_uq on authors (slug)',
  'create index if not exists files_hash_ix on files (hash)',
  'create index if not exists old_address_path_ix on components_address_olds (path)',
  'create unique index if not exists emails_once_uq on emails (once)',
  "create index if not exists emails_due_ix on emails (not_before, id) where state = 'owed'",
  'create index if not exists emails_about_ix on emails (about)',
  'create index if not exists emails_mailbox_ix on emails (mailbox)',
  'create index if not exists emails_settled_ix on emails (settled_at)',
  'create unique index if not exists comments_nonce_uq on comments (nonce)',
  "create index if not exists comments_threads_ix on comments (post_id, sent, id) where root_id is null and audience = 'everyone' and state in ('approved', 'removed')",
  "create index if not exists comments_public_ix on comments (post_id, sent, id) where audience = 'everyone' and state = 'approved'",
  'create index if not exists comments_replies_ix on comments (root_id, sent, id) where root_id is not null',
  'create index if not exists comments_parent_ix on comments (parent_id) where parent_id is not null',
  // One for each list of the desk, in the order in which it shows: pages and counts read nothing else.
  'create index if not exists comments_state_ix on comments (state, sent, id)',
  "create index if not exists comments_waiting_ix on comments (care_urgent desc, (care_kind is not null) desc, sent, id) where state = 'waiting'",
  "create index if not exists comments_approved_ix on comments (sent, id) where state = 'approved' and audience = 'everyone'",
  "create index if not exists comments_notes_ix on comments (sent, id) where audience = 'counsellor' and from_counsellor = false and state in ('waiting', 'read')",
  "create index if not exists comments_new_spam_ix on comments (id) where state = 'spam' and opened is null",
  'create index if not exists comments_held_ix on comments (held_until, id) where held_because is not null',
  'create index if not exists comments_reported_ix on comments (sent, id) where open_reports > 0',
  'create index if not exists comments_fingerprint_ix on comments (fingerprint, sent)',
  'create index if not exists comments_mailbox_ix on comments (mailbox_id) where mailbox_id is not null',
  'create unique index if not exists mailboxes_address_uq on mailboxes (address)',
  'create unique index if not exists reports_nonce_uq on reports (nonce)',
  'create index if not exists reports_comment_ix on reports (comment_id)',
  'create unique index if not exists workshops_public_slug_uq on workshops (slug) where published_at is not null',
  'create unique index if not exists workshops_draft_slug_uq on workshops (slug) where published_at is null',
  'create index if not exists workshops_public_end_ix on workshops (ends_at, starts_at, id) where published_at is not null',
  'create unique index if not exists registrations_nonce_uq on registrations (nonce)',
  // Nobody is registered twice, whatever happens at once.
  "create unique index if not exists registrations_person_uq on registrations (workshop_id, lower(email)) where state in ('held', 'wished', 'registered', 'waiting', 'offered')",
  'create index if not exists registrations_workshop_ix on registrations (workshop_id, state, sent, id)',
  "create index if not exists registrations_until_ix on registrations (until) where state in ('held', 'wished', 'shadow', 'offered')",
  'create index if not exists registrations_email_ix on registrations (lower(email))',
  'create unique index if not exists certificates_number_uq on certificates (number)',
  ...['posts', 'pages', 'topics', 'workshops'].map(
    (table) => `create index if not exists ${table}_component_ix on ${table}_cmps (cmp_id, component_type)`,
  ),
];

/**
 * Without statistics SQLite takes the index with most equal signs: of a post's comments it would read all that are approved,
 * of every post. PostgreSQL keeps its own. Bounded to some hundred entries an index, so it takes no time at a start.
 */
const learnSelectivity = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await strapi.db.connection.raw('pragma analysis_limit = 400');
  await strapi.db.connection.raw('analyze');
};

export const createIndexes = async (strapi: Core.Strapi): Promise<void> => {
  for (const statement of indexes) await strapi.db.connection.raw(statement);
  await learnSelectivity(strapi);
};
