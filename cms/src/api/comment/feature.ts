import type { Feature } from '#src/feature';
import { commentsEndpoints } from './admin-endpoints';
import { commentsAccess, commentsComponents } from './content-access';
import { seedDemoComments } from './demo/demo-comments';
import { commentEmails } from './emails/comment-emails';
import { sendDigest } from './emails/notify-counsellor';
import { commentsMailboxUser } from './mailbox-user';
import { applyRetention } from './moderation/apply-retention';
import { moderateComments } from './permissions';
import { commentsPersonalData } from './personal-data';
import { createSpamCounts } from './spam-learning';
import { commentSettingsView, savedReplyView } from './views';

export { type ScreenedMessage, screenMessage } from './screen-message';
export { commentedPost } from './threads/posts';
export { countComments, threadsUnder } from './threads/threads';

const indexes = [
  'create unique index if not exists comments_sending_uq on comments (nonce, content_mac)',
  "create index if not exists comments_threads_ix on comments (post_id, sent_at, id) where root_id is null and audience = 'everyone' and state in ('approved', 'removed')",
  "create index if not exists comments_public_ix on comments (post_id, sent_at, id) where audience = 'everyone' and state = 'approved'",
  'create index if not exists comments_replies_ix on comments (root_id, sent_at, id) where root_id is not null',
  "create index if not exists comments_private_messages_ix on comments (root_id, sent_at, id) where root_id is not null and audience = 'counsellor'",
  'create index if not exists comments_parent_ix on comments (parent_id) where parent_id is not null',
  // One for each list in the admin, in the order in which it shows: pages and counts read nothing else.
  'create index if not exists comments_state_ix on comments (state, sent_at, id)',
  "create index if not exists comments_unanswered_ix on comments (care_urgent desc, (care_kind is not null) desc, sent_at, id) where state = 'waiting' and answered_at is null",
  "create index if not exists comments_answered_ix on comments (sent_at, id) where state = 'waiting' and answered_at is not null",
  "create index if not exists comments_approved_ix on comments (sent_at, id) where state = 'approved' and audience = 'everyone'",
  "create index if not exists comments_notes_ix on comments (sent_at, id) where audience = 'counsellor' and from_counsellor = false and state in ('waiting', 'read')",
  "create index if not exists comments_new_spam_ix on comments (id) where state = 'spam' and opened_at is null",
  'create index if not exists comments_on_hold_ix on comments (legal_hold_until, id) where legal_hold_reason is not null',
  'create index if not exists comments_reported_ix on comments (sent_at, id) where open_reports > 0',
  'create index if not exists comments_fingerprint_ix on comments (fingerprint, sent_at)',
  'create index if not exists comments_mailbox_ix on comments (mailbox_id) where mailbox_id is not null',
  'create unique index if not exists reports_sending_uq on reports (nonce, content_mac)',
  'create index if not exists reports_comment_ix on reports (comment_id)',
];

export const comments: Feature = {
  name: 'comments',
  contentAccess: commentsAccess,
  componentAccess: commentsComponents,
  permissions: [moderateComments],
  adminEndpoints: commentsEndpoints,
  siteActions: [
    'api::comment.comment.change',
    'api::comment.comment.decideByLink',
    'api::comment.comment.deleteOwn',
    'api::comment.comment.findLatest',
    'api::comment.comment.findThreads',
    'api::comment.comment.locate',
    'api::comment.comment.removeName',
    'api::comment.comment.renewLink',
    'api::comment.comment.report',
    'api::comment.comment.submit',
    'api::comment.comment.viewByDecisionLink',
    'api::comment.comment.viewPrivate',
    'api::comment.comment.writeBack',
  ],
  jobs: [
    { name: 'retention', schedule: '17 3 * * *', catchUpHours: 24, run: applyRetention },
    // Three chances, in case that nothing ran at eight; its idempotency key is the day. Not in the evening or at night.
    { name: 'digest', schedule: '0 8-10 * * *', catchUpHours: 8, run: sendDigest },
  ],
  indexes,
  createTables: createSpamCounts,
  emails: Object.values(commentEmails),
  mailboxUser: commentsMailboxUser,
  personalData: commentsPersonalData,
  views: [commentSettingsView, savedReplyView],
  demo: [{ phase: 'comments', seed: ({ uow, now }) => seedDemoComments(uow, now) }],
};
