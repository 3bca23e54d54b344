import type { Feature } from '#src/feature';
import { commentsEndpoints } from './admin-endpoints';
import { seedDemoComments } from './demo/seed-comments';
import { commentEmails } from './emails/email-kinds';
import { sendDigest } from './emails/send-digest';
import { keepRetention } from './moderation/retention';
import { moderateComments } from './permissions';
import { commentSettingsView, savedReplyView } from './views';

const indexes = [
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
  'create unique index if not exists reports_nonce_uq on reports (nonce)',
  'create index if not exists reports_comment_ix on reports (comment_id)',
];

export const comments: Feature = {
  name: 'comments',
  permissions: [moderateComments],
  adminEndpoints: commentsEndpoints,
  siteActions: [
    'api::comment.comment.findLatest',
    'api::comment.comment.findPlace',
    'api::comment.comment.findThreads',
    'api::comment.comment.send',
    'api::comment.decision-link.decide',
    'api::comment.decision-link.look',
    'api::comment.private-comment.change',
    'api::comment.private-comment.look',
    'api::comment.private-comment.remove',
    'api::comment.private-comment.renewLink',
    'api::comment.private-comment.takeNameOff',
    'api::comment.report.send',
  ],
  jobs: [
    { name: 'retention', schedule: '17 3 * * *', run: keepRetention },
    // Three chances, in case that nothing ran at eight; its idempotency key is the day.
    { name: 'digest', schedule: '0 8-10 * * *', run: sendDigest },
  ],
  indexes,
  emails: commentEmails,
  views: [commentSettingsView, savedReplyView],
  demo: [{ phase: 'comments', seed: ({ uow, now }) => seedDemoComments(uow, now) }],
};
